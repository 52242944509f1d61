using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Migrations;

/// <summary>逾期的答复，办结之后督办还看得到：申请的行里记着哪一天送达。先前办结的没有，为空。</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("00000000000003_LateReply")]
public sealed class LateReply : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateOnly>("LateOn", "Requests", nullable: true);
}
