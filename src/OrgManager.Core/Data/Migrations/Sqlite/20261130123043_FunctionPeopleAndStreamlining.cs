using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgManager.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FunctionPeopleAndStreamlining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "UnitFunctionVersion",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "StreamliningCase",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Regulation = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Policy = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LeavesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReturnsPost = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ApprovedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExecutedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StreamliningCase", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StreamliningCase_OrgUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StreamliningCase_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UnitFunctionVersion_PersonId",
                table: "UnitFunctionVersion",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StreamliningCase_PersonId",
                table: "StreamliningCase",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StreamliningCase_UnitId",
                table: "StreamliningCase",
                column: "UnitId");

            migrationBuilder.AddForeignKey(
                name: "FK_UnitFunctionVersion_Person_PersonId",
                table: "UnitFunctionVersion",
                column: "PersonId",
                principalTable: "Person",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_UnitFunctionVersion_Person_PersonId",
                table: "UnitFunctionVersion");

            migrationBuilder.DropTable(
                name: "StreamliningCase");

            migrationBuilder.DropIndex(
                name: "IX_UnitFunctionVersion_PersonId",
                table: "UnitFunctionVersion");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "UnitFunctionVersion");
        }
    }
}
