using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgManager.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "Author",
                table: "Scenario",
                type: "TEXT",
                maxLength: 256,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "AuthorId",
                table: "Scenario",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Basis",
                table: "Scenario",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decisions",
                table: "Scenario",
                type: "TEXT",
                nullable: false,
                defaultValue: "{\"State\":null,\"Party\":null,\"Personnel\":null,\"Quota\":null}");

            migrationBuilder.AddColumn<string>(
                name: "ReaderIds",
                table: "Scenario",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "SetAside",
                table: "Scenario",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Steps",
                table: "Scenario",
                type: "TEXT",
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
