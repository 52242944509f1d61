using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Migrations;

/// <summary>机关、账号、申请、文书、审计。列的类型不写明，由各数据库按 .NET 类型定。</summary>
[DbContext(typeof(GongkaiDb))]
// EF 只认十四位数字开头的编号，短了不能迁移到指定的一步。
[Migration("00000000000001_Register")]
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
