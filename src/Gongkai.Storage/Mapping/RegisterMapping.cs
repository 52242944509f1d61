using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Mapping;

/// <summary>编号、审计、放假通知、后台事务、密钥的映射。</summary>
internal static class RegisterMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<SeriesCounterRow>(e =>
        {
            e.ToTable("SeriesCounters");
            e.HasKey(c => new { c.AgencyId, c.Series, c.Year });
            e.HasOne<AgencyRow>().WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<AuditRow>(e =>
        {
            e.ToTable("Audits");
            e.HasKey(a => a.Sequence);
            e.Property(a => a.Sequence).ValueGeneratedNever();
            e.HasIndex(a => new { a.AgencyId, a.At });
            e.HasIndex(a => a.Subject);
        });
        builder.Entity<AuditHeadRow>(e =>
        {
            e.ToTable("AuditHeads");
            e.Property(h => h.Id).ValueGeneratedNever();
        });
        builder.Entity<HolidayNoticeRow>(e =>
        {
            e.ToTable("HolidayNotices");
            e.HasKey(n => n.Year);
            e.Property(n => n.Year).ValueGeneratedNever();
        });
        builder.Entity<OutboxRow>(e =>
        {
            e.ToTable("Outbox");
            e.Property(o => o.Id).ValueGeneratedNever();
            e.HasIndex(o => o.NotBefore);
        });
        builder.Entity<DataKeyRow>(e =>
        {
            e.ToTable("DataKeys");
            e.HasKey(k => k.Name);
        });
        builder.Entity<SecretSlotRow>(e =>
        {
            e.ToTable("SecretSlots");
            e.HasKey(s => s.Name);
            // 换主密钥时正好有人登录：晚的一个不能把用过的动态码写回成没有用过。
            e.Property(s => s.Cipher).IsConcurrencyToken();
        });
    }
}
