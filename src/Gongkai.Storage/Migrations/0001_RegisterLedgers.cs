using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Migrations;

/// <summary>0001：编号、审计、放假通知、后台事务、密钥。</summary>
internal static class RegisterLedgers
{
    public static void Create(MigrationBuilder builder)
    {
        builder.CreateTable(
            "SeriesCounters",
            t => new
            {
                AgencyId = t.Column<int>(),
                Series = t.Column<string>(),
                Year = t.Column<int>(),
                Next = t.Column<int>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_SeriesCounters", x => new { x.AgencyId, x.Series, x.Year });
                t.ForeignKey("FK_SeriesCounters_Agencies_AgencyId", x => x.AgencyId, "Agencies", "Id", onDelete: ReferentialAction.Restrict);
            });
        Audit(builder);
        builder.CreateTable(
            "HolidayNotices",
            t => new
            {
                Year = t.Column<int>(),
                Source = t.Column<string>(),
                NoticeNumber = t.Column<string>(nullable: true),
                Json = t.Column<string>(),
                ImportedAt = t.Column<DateTime>(),
            },
            constraints: t => t.PrimaryKey("PK_HolidayNotices", x => x.Year));
        builder.CreateTable(
            "Outbox",
            t => new
            {
                Id = t.Column<Guid>(),
                Kind = t.Column<string>(),
                Payload = t.Column<string>(),
                NotBefore = t.Column<DateTime>(),
                Attempts = t.Column<int>(),
                ClaimedUntil = t.Column<DateTime>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_Outbox", x => x.Id));
        builder.CreateIndex("IX_Outbox_NotBefore", "Outbox", "NotBefore");
        builder.CreateTable(
            "DataKeys",
            t => new { Name = t.Column<string>(), Cipher = t.Column<byte[]>(), KeyVersion = t.Column<int>() },
            constraints: t => t.PrimaryKey("PK_DataKeys", x => x.Name));
        builder.CreateTable(
            "SecretSlots",
            t => new { Name = t.Column<string>(), Cipher = t.Column<byte[]>(), KeyVersion = t.Column<int>() },
            constraints: t => t.PrimaryKey("PK_SecretSlots", x => x.Name));
    }

    private static void Audit(MigrationBuilder builder)
    {
        builder.CreateTable(
            "Audits",
            t => new
            {
                Sequence = t.Column<long>(),
                At = t.Column<DateTime>(),
                Actor = t.Column<string>(),
                AgencyId = t.Column<int>(nullable: true),
                Action = t.Column<string>(),
                Subject = t.Column<string>(),
                Detail = t.Column<string>(nullable: true),
                PreviousHash = t.Column<byte[]>(),
                Hash = t.Column<byte[]>(),
            },
            constraints: t => t.PrimaryKey("PK_Audits", x => x.Sequence));
        builder.CreateIndex("IX_Audits_AgencyId_At", "Audits", ["AgencyId", "At"]);
        builder.CreateIndex("IX_Audits_Subject", "Audits", "Subject");
        builder.CreateTable(
            "AuditHeads",
            t => new { Id = t.Column<int>(), Sequence = t.Column<long>(), Hash = t.Column<byte[]>() },
            constraints: t => t.PrimaryKey("PK_AuditHeads", x => x.Id));
        var zeros = new string('0', 64);
        builder.Sql(builder.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite"
            ? $"""INSERT INTO "AuditHeads" ("Id", "Sequence", "Hash") VALUES (1, 0, X'{zeros}')"""
            : $"""INSERT INTO "AuditHeads" ("Id", "Sequence", "Hash") VALUES (1, 0, '\x{zeros}')""");
    }
}
