using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Migrations;

/// <summary>机关、账号、申请、文书、审计。列的类型不写明，由各数据库按 .NET 类型定。</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("0001_Register")]
public sealed class Register : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        RegisterPeople.Create(migrationBuilder);
        RegisterRequests.Create(migrationBuilder);
        RegisterLedgers.Create(migrationBuilder);
        RegisterTriggers.Create(migrationBuilder);
    }
}
