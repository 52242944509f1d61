using Gongkai.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Mapping;

/// <summary>机关、账号、角色的映射。</summary>
internal static class AccountMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<AgencyRow>(e =>
        {
            e.ToTable("Agencies");
            e.HasIndex(a => a.PagePath).IsUnique();
            e.HasOne<AgencyRow>().WithMany().HasForeignKey(a => a.ParentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<AgencyRow>().WithMany().HasForeignKey(a => a.SupervisingId).OnDelete(DeleteBehavior.Restrict);

            // 没有版本号：改的时候各列都要还是读到的样子，两个人同时改，只成一个。
            foreach (var property in e.Metadata.GetProperties().Where(p => !p.IsPrimaryKey()))
            {
                property.IsConcurrencyToken = true;
            }
        });
        builder.Entity<StaffAccount>().ToTable("Staff");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("StaffClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("StaffLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("StaffTokens");
        builder.Entity<RoleGrantRow>(e =>
        {
            e.ToTable("RoleGrants");
            e.Property(g => g.Id).ValueGeneratedNever();
            e.HasOne<StaffAccount>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<AgencyRow>().WithMany().HasForeignKey(g => g.AgencyId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(g => new { g.AccountId, g.AgencyId, g.Role }).IsUnique();
        });
    }
}
