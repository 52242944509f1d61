using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Migrations;

/// <summary>保管期满先鉴定后销毁：申请的行里记着等批准的鉴定与销毁之日。</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("00000000000002_Appraisal")]
public sealed class Appraisal : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("AppraisedOn", "Requests", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("DestroyedOn", "Requests", nullable: true);

        // 多数的行没有销毁：只给销毁了的建索引，收申请时不用多写一处。
        migrationBuilder.CreateIndex("IX_Requests_DestroyedOn", "Requests", "DestroyedOn", filter: "\"DestroyedOn\" IS NOT NULL");
    }
}
