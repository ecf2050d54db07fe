using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgManager.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Functions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "UnitFunction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitFunction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnitFunctionVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FunctionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Field = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    CoordinatorIds = table.Column<string>(type: "text", nullable: false),
                    ChangeSetSeq = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    Says = table.Column<string>(type: "text", nullable: false),
                    EndDecisionId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitFunctionVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitFunctionVersion_OrgUnit_LeadId",
                        column: x => x.LeadId,
                        principalTable: "OrgUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitFunctionVersion_UnitFunction_FunctionId",
                        column: x => x.FunctionId,
                        principalTable: "UnitFunction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UnitFunctionVersion_FunctionId_ValidFrom",
                table: "UnitFunctionVersion",
                columns: new[] { "FunctionId", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitFunctionVersion_LeadId",
                table: "UnitFunctionVersion",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitFunctionVersion_ValidUntil_ValidFrom",
                table: "UnitFunctionVersion",
                columns: new[] { "ValidUntil", "ValidFrom" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "UnitFunctionVersion");

            migrationBuilder.DropTable(
                name: "UnitFunction");
        }
    }
}
