using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgManager.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StaffYearsPositionsAndRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReviewCycle_Year",
                table: "ReviewCycle");

            migrationBuilder.AddColumn<string>(
                name: "Groups",
                table: "ReviewCycle",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "ReviewCycle",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Member");

            migrationBuilder.AddColumn<string>(
                name: "AdmittedAs",
                table: "PartyMember",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CeremonyAs",
                table: "PartyMember",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OfficialAs",
                table: "PartyMember",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimesOut",
                table: "PartyMember",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AdmittedAs",
                table: "MemberTransfer",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CeremonyAs",
                table: "MemberTransfer",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OfficialAs",
                table: "MemberTransfer",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimesOut",
                table: "MemberTransfer",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EarlierGrade",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CellId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    RuleSetCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierGrade", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarlierGrade_OrgUnit_CellId",
                        column: x => x.CellId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EarlierGrade_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobPosition",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rank = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    CalledAs = table.Column<string>(type: "text", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobPosition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JobPosition_Decision_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decision",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberDiscipline",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CellId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Number = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberDiscipline", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberDiscipline_OrgUnit_CellId",
                        column: x => x.CellId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberDiscipline_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberHonour",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CellId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    OnAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    BadgeYears = table.Column<int>(type: "integer", nullable: true),
                    Number = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberHonour", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberHonour_OrgUnit_CellId",
                        column: x => x.CellId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberHonour_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PositionPosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PositionId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PositionPosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PositionPosts_JobPosition_PositionId",
                        column: x => x.PositionId,
                        principalTable: "JobPosition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PositionPosts_OrgUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PositionLevel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PositionPostsId = table.Column<Guid>(type: "uuid", nullable: false),
                    Posts = table.Column<int>(type: "integer", nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    Says = table.Column<string>(type: "text", nullable: false),
                    EndDecisionId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PositionLevel", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PositionLevel_PositionPosts_PositionPostsId",
                        column: x => x.PositionPostsId,
                        principalTable: "PositionPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCycle_Year_Subject",
                table: "ReviewCycle",
                columns: new[] { "Year", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_EarlierGrade_CellId",
                table: "EarlierGrade",
                column: "CellId");

            migrationBuilder.CreateIndex(
                name: "IX_EarlierGrade_PersonId_Year",
                table: "EarlierGrade",
                columns: new[] { "PersonId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobPosition_Code",
                table: "JobPosition",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobPosition_DecisionId",
                table: "JobPosition",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberDiscipline_CellId",
                table: "MemberDiscipline",
                column: "CellId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberDiscipline_PersonId_DecidedOn",
                table: "MemberDiscipline",
                columns: new[] { "PersonId", "DecidedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberHonour_CellId",
                table: "MemberHonour",
                column: "CellId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberHonour_PersonId_BadgeYears",
                table: "MemberHonour",
                columns: new[] { "PersonId", "BadgeYears" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PositionLevel_PositionPostsId_ValidFrom",
                table: "PositionLevel",
                columns: new[] { "PositionPostsId", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PositionLevel_ValidUntil_ValidFrom",
                table: "PositionLevel",
                columns: new[] { "ValidUntil", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_PositionPosts_PositionId",
                table: "PositionPosts",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_PositionPosts_UnitId_PositionId",
                table: "PositionPosts",
                columns: new[] { "UnitId", "PositionId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EarlierGrade");

            migrationBuilder.DropTable(
                name: "MemberDiscipline");

            migrationBuilder.DropTable(
                name: "MemberHonour");

            migrationBuilder.DropTable(
                name: "PositionLevel");

            migrationBuilder.DropTable(
                name: "PositionPosts");

            migrationBuilder.DropTable(
                name: "JobPosition");

            migrationBuilder.DropIndex(
                name: "IX_ReviewCycle_Year_Subject",
                table: "ReviewCycle");

            migrationBuilder.DropColumn(
                name: "Groups",
                table: "ReviewCycle");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "ReviewCycle");

            migrationBuilder.DropColumn(
                name: "AdmittedAs",
                table: "PartyMember");

            migrationBuilder.DropColumn(
                name: "CeremonyAs",
                table: "PartyMember");

            migrationBuilder.DropColumn(
                name: "OfficialAs",
                table: "PartyMember");

            migrationBuilder.DropColumn(
                name: "TimesOut",
                table: "PartyMember");

            migrationBuilder.DropColumn(
                name: "AdmittedAs",
                table: "MemberTransfer");

            migrationBuilder.DropColumn(
                name: "CeremonyAs",
                table: "MemberTransfer");

            migrationBuilder.DropColumn(
                name: "OfficialAs",
                table: "MemberTransfer");

            migrationBuilder.DropColumn(
                name: "TimesOut",
                table: "MemberTransfer");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCycle_Year",
                table: "ReviewCycle",
                column: "Year");
        }
    }
}
