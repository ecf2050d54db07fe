using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgManager.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HiddenColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HiddenColumns",
                table: "AspNetUsers",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HiddenColumns",
                table: "AspNetUsers");
        }
    }
}
