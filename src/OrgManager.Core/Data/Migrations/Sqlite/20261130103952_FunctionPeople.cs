using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgManager.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FunctionPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "UnitFunctionVersion",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitFunctionVersion_PersonId",
                table: "UnitFunctionVersion",
                column: "PersonId");

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

            migrationBuilder.DropIndex(
                name: "IX_UnitFunctionVersion_PersonId",
                table: "UnitFunctionVersion");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "UnitFunctionVersion");
        }
    }
}
