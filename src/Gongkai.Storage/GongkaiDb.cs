using Gongkai.Storage.Rows;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>
/// 全系统的数据：既是仓库又是工作单元。读用查询，写用 <see cref="CommitAsync"/>。
/// 一次只给一个任务用；提交失败之后不再用。
/// </summary>
public sealed partial class GongkaiDb(DbContextOptions<GongkaiDb> options) : IdentityUserContext<StaffAccount, Guid>(options)
{
    /// <summary>访问一次就要问一次的查询写上这一句（TagWith）：PostgreSQL 的连接上只准备一次。</summary>
    public const string PreparedOnce = Mapping.PreparedOnce.Tag;

    /// <summary>机关。</summary>
    public DbSet<AgencyRow> Agencies => Set<AgencyRow>();

    /// <summary>账号在机关的角色。</summary>
    public DbSet<RoleGrantRow> RoleGrants => Set<RoleGrantRow>();

    /// <summary>申请。</summary>
    public DbSet<RequestRow> Requests => Set<RequestRow>();

    /// <summary>申请的事件，只增不改不删。</summary>
    public DbSet<RequestEventRow> RequestEvents => Set<RequestEventRow>();

    /// <summary>申请人资料，密文。</summary>
    public DbSet<ApplicantVaultRow> ApplicantVaults => Set<ApplicantVaultRow>();

    /// <summary>附件。</summary>
    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    /// <summary>文书。</summary>
    public DbSet<LetterRow> Letters => Set<LetterRow>();

    /// <summary>编号序列。取号用 <see cref="TakeNumberAsync"/>，不直接改。</summary>
    public DbSet<SeriesCounterRow> SeriesCounters => Set<SeriesCounterRow>();

    /// <summary>审计记录，只由 <see cref="CommitAsync"/> 增加。</summary>
    public DbSet<AuditRow> Audits => Set<AuditRow>();

    /// <summary>审计链的链头，只由 <see cref="CommitAsync"/> 推进。</summary>
    public DbSet<AuditHeadRow> AuditHeads => Set<AuditHeadRow>();

    /// <summary>导入的放假通知。</summary>
    public DbSet<HolidayNoticeRow> HolidayNotices => Set<HolidayNoticeRow>();

    /// <summary>要在后台做的事。</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>签发 cookie 的密钥，密文。</summary>
    public DbSet<DataKeyRow> DataKeys => Set<DataKeyRow>();

    /// <summary>小秘密，密文。</summary>
    public DbSet<SecretSlotRow> SecretSlots => Set<SecretSlotRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<Mapping.InstantConverter>();
        configurationBuilder.Properties<LetterState>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Mapping.AccountMapping.Apply(builder);
        Mapping.RequestMapping.Apply(builder);
        Mapping.RegisterMapping.Apply(builder);
    }
}
