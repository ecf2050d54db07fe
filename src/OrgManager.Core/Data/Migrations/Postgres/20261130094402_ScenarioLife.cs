using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgManager.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ScenarioLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<long>(
                name: "AppliedIn",
                table: "Scenario",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<string>(
                name: "Author",
                table: "Scenario",
                type: "character varying(256)",
                maxLength: 256,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "AuthorId",
                table: "Scenario",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Basis",
                table: "Scenario",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decisions",
                table: "Scenario",
                type: "text",
                nullable: false,
                defaultValue: "{\"State\":null,\"Party\":null,\"Personnel\":null,\"Quota\":null}");

            migrationBuilder.AddColumn<string>(
                name: "ReaderIds",
                table: "Scenario",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "SetAside",
                table: "Scenario",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Steps",
                table: "Scenario",
                type: "text",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Author",
                table: "Scenario");

            migrationBuilder.DropColumn(
                name: "AuthorId",
                table: "Scenario");

            migrationBuilder.DropColumn(
                name: "Basis",
                table: "Scenario");

            migrationBuilder.DropColumn(
                name: "Decisions",
                table: "Scenario");

            migrationBuilder.DropColumn(
                name: "ReaderIds",
                table: "Scenario");

            migrationBuilder.DropColumn(
                name: "SetAside",
                table: "Scenario");

            migrationBuilder.DropColumn(
                name: "Steps",
                table: "Scenario");

            migrationBuilder.AlterColumn<long>(
                name: "AppliedIn",
                table: "Scenario",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
