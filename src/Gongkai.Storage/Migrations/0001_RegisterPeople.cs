using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Gongkai.Storage.Migrations;

/// <summary>0001：机关、账号、角色。</summary>
internal static class RegisterPeople
{
    public static void Create(MigrationBuilder builder)
    {
        Agencies(builder);
        Staff(builder);
        builder.CreateTable(
            "RoleGrants",
            t => new
            {
                Id = t.Column<Guid>(),
                AccountId = t.Column<Guid>(),
                AgencyId = t.Column<int>(nullable: true),
                Role = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_RoleGrants", x => x.Id);
                t.ForeignKey("FK_RoleGrants_Staff_AccountId", x => x.AccountId, "Staff", "Id", onDelete: ReferentialAction.Cascade);
                t.ForeignKey("FK_RoleGrants_Agencies_AgencyId", x => x.AgencyId, "Agencies", "Id", onDelete: ReferentialAction.Restrict);
            });
        builder.CreateIndex("IX_RoleGrants_AccountId_AgencyId_Role", "RoleGrants", ["AccountId", "AgencyId", "Role"], unique: true);
        builder.CreateIndex("IX_RoleGrants_AgencyId", "RoleGrants", "AgencyId");
    }

    private static void Agencies(MigrationBuilder builder)
    {
        builder.CreateTable(
            "Agencies",
            t => new
            {
                Id = t.Column<int>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                ParentId = t.Column<int>(nullable: true),
                SupervisingId = t.Column<int>(nullable: true),
                Name = t.Column<string>(),
                ShortName = t.Column<string>(),
                Level = t.Column<string>(),
                Kind = t.Column<string>(),
                CreditCode = t.Column<string>(nullable: true),
                DisclosureOffice = t.Column<string>(),
                Address = t.Column<string>(),
                Hours = t.Column<string>(),
                Telephone = t.Column<string>(),
                Fax = t.Column<string>(),
                Email = t.Column<string>(),
                PostCode = t.Column<string>(),
                PagePath = t.Column<string>(),
                LetterMark = t.Column<string>(),
                ReconsiderationBody = t.Column<string>(nullable: true),
                Court = t.Column<string>(nullable: true),
                RetentionYears = t.Column<int>(),
                Settings = t.Column<string>(),
                IsOpen = t.Column<bool>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Agencies", x => x.Id);
                t.ForeignKey("FK_Agencies_Agencies_ParentId", x => x.ParentId, "Agencies", "Id", onDelete: ReferentialAction.Restrict);
                t.ForeignKey("FK_Agencies_Agencies_SupervisingId", x => x.SupervisingId, "Agencies", "Id", onDelete: ReferentialAction.Restrict);
            });
        builder.CreateIndex("IX_Agencies_PagePath", "Agencies", "PagePath", unique: true);
        builder.CreateIndex("IX_Agencies_ParentId", "Agencies", "ParentId");
        builder.CreateIndex("IX_Agencies_SupervisingId", "Agencies", "SupervisingId");
    }

    // 列与 IdentityUserContext 的模型相同，只是表名不同。
    private static void Staff(MigrationBuilder builder)
    {
        builder.CreateTable(
            "Staff",
            t => new
            {
                Id = t.Column<Guid>(),
                DisplayName = t.Column<string>(),
                MustChangePassword = t.Column<bool>(),
                UserName = t.Column<string>(maxLength: 256, nullable: true),
                NormalizedUserName = t.Column<string>(maxLength: 256, nullable: true),
                Email = t.Column<string>(maxLength: 256, nullable: true),
                NormalizedEmail = t.Column<string>(maxLength: 256, nullable: true),
                EmailConfirmed = t.Column<bool>(),
                PasswordHash = t.Column<string>(nullable: true),
                SecurityStamp = t.Column<string>(nullable: true),
                ConcurrencyStamp = t.Column<string>(nullable: true),
                PhoneNumber = t.Column<string>(nullable: true),
                PhoneNumberConfirmed = t.Column<bool>(),
                TwoFactorEnabled = t.Column<bool>(),
                LockoutEnd = t.Column<DateTimeOffset>(nullable: true),
                LockoutEnabled = t.Column<bool>(),
                AccessFailedCount = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Staff", x => x.Id));
        builder.CreateIndex("EmailIndex", "Staff", "NormalizedEmail");
        builder.CreateIndex("UserNameIndex", "Staff", "NormalizedUserName", unique: true);
        builder.CreateTable(
            "StaffClaims",
            t => new
            {
                Id = t.Column<int>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                UserId = t.Column<Guid>(),
                ClaimType = t.Column<string>(nullable: true),
                ClaimValue = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_StaffClaims", x => x.Id);
                t.ForeignKey("FK_StaffClaims_Staff_UserId", x => x.UserId, "Staff", "Id", onDelete: ReferentialAction.Cascade);
            });
        builder.CreateIndex("IX_StaffClaims_UserId", "StaffClaims", "UserId");
        builder.CreateTable(
            "StaffLogins",
            t => new
            {
                LoginProvider = t.Column<string>(),
                ProviderKey = t.Column<string>(),
                ProviderDisplayName = t.Column<string>(nullable: true),
                UserId = t.Column<Guid>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_StaffLogins", x => new { x.LoginProvider, x.ProviderKey });
                t.ForeignKey("FK_StaffLogins_Staff_UserId", x => x.UserId, "Staff", "Id", onDelete: ReferentialAction.Cascade);
            });
        builder.CreateIndex("IX_StaffLogins_UserId", "StaffLogins", "UserId");
        builder.CreateTable(
            "StaffTokens",
            t => new
            {
                UserId = t.Column<Guid>(),
                LoginProvider = t.Column<string>(),
                Name = t.Column<string>(),
                Value = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_StaffTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                t.ForeignKey("FK_StaffTokens_Staff_UserId", x => x.UserId, "Staff", "Id", onDelete: ReferentialAction.Cascade);
            });
    }
}
