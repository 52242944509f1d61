using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Mapping;

/// <summary>申请及其事件、申请人资料、附件、文书的映射。</summary>
internal static class RequestMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<RequestRow>(e =>
        {
            e.ToTable("Requests");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Version).IsConcurrencyToken();
            e.HasOne<AgencyRow>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(r => new { r.AgencyId, r.Number }).IsUnique();
            e.HasIndex(r => new { r.AgencyId, r.Stage, r.DueOn });
            e.HasIndex(r => new { r.AgencyId, r.SubmittedAt });
            // 覆盖表三：只读索引，不读行；按类别、去处排着，分组不用再排。
            e.HasIndex(r => new { r.AgencyId, r.ApplicantKind, r.Fate, r.ReceivedOn, r.ConcludedOn }).HasDatabaseName("IX_Requests_TableThree");
            e.HasIndex(r => r.Number);
            e.HasIndex(r => r.DestroyAfter);
            e.HasIndex(r => r.DestroyedOn).HasFilter("\"DestroyedOn\" IS NOT NULL");
        });
        builder.Entity<RequestEventRow>(e =>
        {
            e.ToTable("RequestEvents");
            e.HasKey(v => new { v.RequestId, v.Sequence });
            e.HasOne<RequestRow>().WithMany().HasForeignKey(v => v.RequestId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ApplicantVaultRow>(e =>
        {
            e.ToTable("ApplicantVaults");
            e.HasKey(v => v.RequestId);
            e.Property(v => v.RequestId).ValueGeneratedNever();
            // 换主密钥与销毁同时发生时，晚的一个不能把销毁了的写回来。
            e.Property(v => v.WrappedKey).IsConcurrencyToken();
            // 申请人说一句话不是事件，申请的版本不变：两个人同时改这些文字，晚的一个要知道，不能盖掉早的。
            e.Property(v => v.Cipher).IsConcurrencyToken();
            e.HasOne<RequestRow>().WithMany().HasForeignKey(v => v.RequestId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(v => v.NameHash);
            e.HasIndex(v => v.PhoneHash);
            e.HasIndex(v => v.IdHash);
        });
        builder.Entity<AttachmentRow>(e =>
        {
            e.ToTable("Attachments");
            e.Property(a => a.Id).ValueGeneratedNever();
            // 一个撤下、一个又撤下，一个销毁、一个撤下：晚的一个要知道。
            e.Property(a => a.Purpose).IsConcurrencyToken();
            e.Property(a => a.FileName).IsConcurrencyToken();
            e.HasOne<RequestRow>().WithMany().HasForeignKey(a => a.RequestId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(a => a.Address);
        });
        builder.Entity<LetterRow>(e =>
        {
            e.ToTable("Letters");
            e.Property(l => l.Id).ValueGeneratedNever();
            // 两个人同时作废（并重出）同一份，只有一个做成。
            e.Property(l => l.State).IsConcurrencyToken();
            e.HasOne<RequestRow>().WithMany().HasForeignKey(l => l.RequestId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<AgencyRow>().WithMany().HasForeignKey(l => l.AgencyId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<AttachmentRow>().WithMany().HasForeignKey(l => l.AttachmentId).OnDelete(DeleteBehavior.SetNull);
            e.HasIndex(l => new { l.AgencyId, l.Type, l.Year, l.Serial }).IsUnique();
        });
    }
}
