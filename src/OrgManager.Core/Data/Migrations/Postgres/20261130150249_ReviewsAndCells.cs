using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgManager.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReviewsAndCells : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Review_OneOfACell",
                table: "Review");

            migrationBuilder.AddColumn<string>(
                name: "Deadlines",
                table: "ReviewCycle",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Attendance",
                table: "Review",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "Review",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WorkGrade",
                table: "Review",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CellCriteria",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CellId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    RuleSetCode = table.Column<string>(type: "text", nullable: false),
                    Meanings = table.Column<string>(type: "text", nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CellCriteria", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CellCriteria_OrgUnit_CellId",
                        column: x => x.CellId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CellCriteria_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CellMeeting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CellId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Convened = table.Column<int>(type: "integer", nullable: false),
                    Official = table.Column<int>(type: "integer", nullable: false),
                    Probationary = table.Column<int>(type: "integer", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: true),
                    Prepared = table.Column<bool>(type: "boolean", nullable: false),
                    CommitteeMet = table.Column<bool>(type: "boolean", nullable: true),
                    ChairId = table.Column<Guid>(type: "uuid", nullable: true),
                    MinutesNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Resolution = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ResolutionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Topic = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CellMeeting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CellMeeting_OrgUnit_CellId",
                        column: x => x.CellId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CellMeeting_Person_ChairId",
                        column: x => x.ChairId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CycleClosing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CycleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FrozenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsSupplement = table.Column<bool>(type: "boolean", nullable: false),
                    Remark = table.Column<string>(type: "text", nullable: true),
                    Figures = table.Column<string>(type: "text", nullable: false),
                    ReopenedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReopenReason = table.Column<string>(type: "text", nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CycleClosing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CycleClosing_ReviewCycle_CycleId",
                        column: x => x.CycleId,
                        principalTable: "ReviewCycle",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExcellentRound",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CycleId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Convened = table.Column<int>(type: "integer", nullable: false),
                    Issued = table.Column<int>(type: "integer", nullable: false),
                    Returned = table.Column<int>(type: "integer", nullable: false),
                    Invalid = table.Column<int>(type: "integer", nullable: false),
                    Votes = table.Column<string>(type: "text", nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExcellentRound", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExcellentRound_OrgUnit_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExcellentRound_ReviewCycle_CycleId",
                        column: x => x.CycleId,
                        principalTable: "ReviewCycle",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FeeStanding",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CellId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromMonth = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Base = table.Column<long>(type: "bigint", nullable: true),
                    Allowance = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: true),
                    Exemption = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeStanding", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeeStanding_OrgUnit_CellId",
                        column: x => x.CellId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FeeStanding_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    New = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Same = table.Column<int>(type: "integer", nullable: false),
                    LeftOut = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Form = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TakenAs = table.Column<string>(type: "text", nullable: false),
                    AppliedIn = table.Column<long>(type: "bigint", nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportBatches_Decision_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decision",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportUploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Packed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportUploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MemberTransfer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromCellId = table.Column<Guid>(type: "uuid", nullable: true),
                    FromOutside = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ToCellId = table.Column<Guid>(type: "uuid", nullable: true),
                    ToOutside = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    MovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StaysUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Study = table.Column<bool>(type: "boolean", nullable: false),
                    AdmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CeremonyOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OfficialOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LetterNumber = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IssuedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    JoinedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReturnedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberTransfer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberTransfer_OrgUnit_FromCellId",
                        column: x => x.FromCellId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberTransfer_OrgUnit_ToCellId",
                        column: x => x.ToCellId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberTransfer_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperTemplateContent",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperTemplateContent", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "PartyTerm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartyTerm", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartyTerm_OrgUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewDrafts",
                columns: table => new
                {
                    ReviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Said = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    SavedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewDrafts", x => new { x.ReviewId, x.UserId });
                    table.ForeignKey(
                        name: "FK_ReviewDrafts_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReviewDrafts_Review_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Review",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    CellId = table.Column<Guid>(type: "uuid", nullable: false),
                    Self = table.Column<string>(type: "text", nullable: true),
                    Comment = table.Column<string>(type: "text", nullable: true),
                    Opinions = table.Column<string>(type: "text", nullable: false),
                    CellComment = table.Column<string>(type: "text", nullable: true),
                    Facts = table.Column<string>(type: "text", nullable: false),
                    Decisions = table.Column<string>(type: "text", nullable: false),
                    Remedies = table.Column<string>(type: "text", nullable: false),
                    Moves = table.Column<string>(type: "text", nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewFile_OrgUnit_CellId",
                        column: x => x.CellId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewFile_Review_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Review",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkingRegulation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkingRegulation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkingRegulation_OrgUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperTemplate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Paper = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OfCommittee = table.Column<bool>(type: "boolean", nullable: false),
                    RuleSetCode = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    InUse = table.Column<bool>(type: "boolean", nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperTemplate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperTemplate_OrgUnit_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperTemplate_PaperTemplateContent_Sha256",
                        column: x => x.Sha256,
                        principalTable: "PaperTemplateContent",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartyFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    RegulationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartyFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartyFile_AttachmentContent_Sha256",
                        column: x => x.Sha256,
                        principalTable: "AttachmentContent",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartyFile_CellMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "CellMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PartyFile_WorkingRegulation_RegulationId",
                        column: x => x.RegulationId,
                        principalTable: "WorkingRegulation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCycle_Year",
                table: "ReviewCycle",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_Review_Counts",
                table: "Review",
                columns: new[] { "CycleId", "Subject", "State", "Grade", "ProposedGrade" });

            migrationBuilder.CreateIndex(
                name: "IX_Review_CountsOfCells",
                table: "Review",
                columns: new[] { "CycleId", "CellId", "Subject", "State", "Grade", "ProposedGrade" });

            migrationBuilder.CreateIndex(
                name: "IX_Review_OneOfACell",
                table: "Review",
                columns: new[] { "CycleId", "CellId", "Subject" },
                unique: true,
                filter: "\"PersonId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CellCriteria_CellId_PersonId_Year_RuleSetCode",
                table: "CellCriteria",
                columns: new[] { "CellId", "PersonId", "Year", "RuleSetCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CellCriteria_PersonId",
                table: "CellCriteria",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CellMeeting_CellId_On_Kind",
                table: "CellMeeting",
                columns: new[] { "CellId", "On", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CellMeeting_ChairId",
                table: "CellMeeting",
                column: "ChairId");

            migrationBuilder.CreateIndex(
                name: "IX_CellMeeting_On",
                table: "CellMeeting",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_CycleClosing_CycleId_Number",
                table: "CycleClosing",
                columns: new[] { "CycleId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExcellentRound_CommitteeId",
                table: "ExcellentRound",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_ExcellentRound_CycleId",
                table: "ExcellentRound",
                column: "CycleId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeeStanding_CellId",
                table: "FeeStanding",
                column: "CellId");

            migrationBuilder.CreateIndex(
                name: "IX_FeeStanding_PersonId_FromMonth",
                table: "FeeStanding",
                columns: new[] { "PersonId", "FromMonth" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_AppliedIn",
                table: "ImportBatches",
                column: "AppliedIn",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_DecisionId",
                table: "ImportBatches",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_Form",
                table: "ImportBatches",
                column: "Form");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTransfer_FromCellId",
                table: "MemberTransfer",
                column: "FromCellId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTransfer_PersonId",
                table: "MemberTransfer",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTransfer_State",
                table: "MemberTransfer",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTransfer_ToCellId",
                table: "MemberTransfer",
                column: "ToCellId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperTemplate_CommitteeId_Paper_OfCommittee_RuleSetCode_Num~",
                table: "PaperTemplate",
                columns: new[] { "CommitteeId", "Paper", "OfCommittee", "RuleSetCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperTemplate_Sha256",
                table: "PaperTemplate",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_PartyFile_MeetingId",
                table: "PartyFile",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_PartyFile_RegulationId",
                table: "PartyFile",
                column: "RegulationId");

            migrationBuilder.CreateIndex(
                name: "IX_PartyFile_Sha256",
                table: "PartyFile",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_PartyTerm_UnitId_HeldOn",
                table: "PartyTerm",
                columns: new[] { "UnitId", "HeldOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewDrafts_UserId",
                table: "ReviewDrafts",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewFile_CellId",
                table: "ReviewFile",
                column: "CellId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewFile_ReviewId",
                table: "ReviewFile",
                column: "ReviewId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkingRegulation_UnitId_Number_IssuedOn",
                table: "WorkingRegulation",
                columns: new[] { "UnitId", "Number", "IssuedOn" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CellCriteria");

            migrationBuilder.DropTable(
                name: "CycleClosing");

            migrationBuilder.DropTable(
                name: "ExcellentRound");

            migrationBuilder.DropTable(
                name: "FeeStanding");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "ImportUploads");

            migrationBuilder.DropTable(
                name: "MemberTransfer");

            migrationBuilder.DropTable(
                name: "PaperTemplate");

            migrationBuilder.DropTable(
                name: "PartyFile");

            migrationBuilder.DropTable(
                name: "PartyTerm");

            migrationBuilder.DropTable(
                name: "ReviewDrafts");

            migrationBuilder.DropTable(
                name: "ReviewFile");

            migrationBuilder.DropTable(
                name: "PaperTemplateContent");

            migrationBuilder.DropTable(
                name: "CellMeeting");

            migrationBuilder.DropTable(
                name: "WorkingRegulation");

            migrationBuilder.DropIndex(
                name: "IX_ReviewCycle_Year",
                table: "ReviewCycle");

            migrationBuilder.DropIndex(
                name: "IX_Review_Counts",
                table: "Review");

            migrationBuilder.DropIndex(
                name: "IX_Review_CountsOfCells",
                table: "Review");

            migrationBuilder.DropIndex(
                name: "IX_Review_OneOfACell",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "Deadlines",
                table: "ReviewCycle");

            migrationBuilder.DropColumn(
                name: "Attendance",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "WorkGrade",
                table: "Review");

            migrationBuilder.CreateIndex(
                name: "IX_Review_OneOfACell",
                table: "Review",
                columns: new[] { "CycleId", "CellId" },
                unique: true,
                filter: "\"PersonId\" IS NULL");
        }
    }
}
