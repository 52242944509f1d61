using Gongkai.Core.Agencies;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Staff;

/// <summary>初次设置：一个账号也没有的时候，建管理员和第一个机关。凭控制台上的一次性设置码，由网页核对。</summary>
public sealed class SetUp(GongkaiDb db, StaffDesk desk, LawBook law)
{
    /// <summary>还没有账号。</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellation) => !await db.Users.AnyAsync(cancellation);

    /// <summary>建立。</summary>
    /// <exception cref="NoSuchThingException">已经有账号了。</exception>
    /// <exception cref="BadInputException">填的不对。</exception>
    public async Task<SignedIn> RunAsync(FirstAccount first, CancellationToken cancellation)
    {
        if (!await IsNeededAsync(cancellation))
        {
            throw new NoSuchThingException();
        }

        List<InputProblem> problems = [.. first.Problems(), .. AgencyCheck.NameProblems(first.AgencyName, first.PagePath)];
        BadInputException.ThrowIfAny(problems);
        var account = desk.Add(first.UserName, first.DisplayName, first.Password, mustChange: false);
        desk.AddGrant(account.Id, new Grant(null, StaffRole.Administrator));
        db.Agencies.Add(new AgencyRow
        {
            Name = first.AgencyName.Trim(),
            ShortName = first.AgencyName.Trim(),
            PagePath = first.PagePath.Trim(),
            Level = nameof(Core.Reports.AgencyLevel.County),
            Kind = nameof(Gongkai.Letters.Facts.AgencyKind.Government),
            RetentionYears = AgencyCheck.DefaultRetentionYears,
        });
        try
        {
            await db.CommitAsync(new AuditEntry(law.Now, "setup", null, "setup", account.Id.ToString("D")), cancellation);
        }
        catch (TakenException)
        {
            // 同一张表交了两次，或者另一个节点先设置好了：已经有账号了。
            throw new NoSuchThingException();
        }

        return new SignedIn(account.Id, account.SecurityStamp!);
    }
}

/// <summary>初次设置填的。</summary>
public sealed record FirstAccount(string UserName, string DisplayName, string Password, string AgencyName, string PagePath)
{
    internal IEnumerable<InputProblem> Problems()
    {
        if (StaffDesk.UserNameProblem(UserName) is { } user)
        {
            yield return new InputProblem(nameof(UserName), user);
        }

        if (StaffDesk.DisplayNameProblem(DisplayName) is { } name)
        {
            yield return new InputProblem(nameof(DisplayName), name);
        }

        if (PasswordRules.ProblemOf(UserName, Password) is { } password)
        {
            yield return new InputProblem(nameof(Password), password);
        }
    }
}
