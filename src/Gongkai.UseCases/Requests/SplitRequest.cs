using System.Globalization;
using System.Text.Json;
using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;

namespace Gongkai.UseCases.Requests;

/// <summary>一份申请含几项内容的，按一事一申请拆开：各件有自己的编号、自己的密钥，同一天提交、同一天收到。</summary>
public sealed class SplitRequest(GongkaiDb db, RequestDesk desk, LawBook law, Vault vault)
{
    private const string Series = "request";
    private const int Most = 50;

    /// <summary>拆开。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="id">哪一件。</param>
    /// <param name="version">他看到的是第几个事件之后的样子。</param>
    /// <param name="parts">各件的题目与描述，2 至 50 件。</param>
    /// <param name="cancellation">取消。</param>
    /// <returns>各件的登记编号。</returns>
    /// <exception cref="NoSuchThingException">没有这一件，或者不归他的机关。</exception>
    /// <exception cref="BadInputException">填的不对。</exception>
    /// <exception cref="RefusedException">此刻依法不能拆开。</exception>
    /// <exception cref="StaleDataException">别人先做了一步。</exception>
    public async Task<IReadOnlyList<string>> RunAsync(Actor actor, Guid id, int version, IReadOnlyList<RequestPart> parts, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.Demand(open.Row.AgencyId, StaffRole.Officer, StaffRole.DisclosureHead);
        if (open.Row.Version != version)
        {
            throw new StaleDataException("The case moved on since the page was shown.");
        }

        BadInputException.ThrowIfAny(Problems(parts));
        RefusedException.ThrowIfAny(open.Request.WhyNotSplit(parts.Count));
        var papers = open.Papers();
        Guid[] ids = [.. parts.Select(_ => Guid.CreateVersion7())];
        open.Request.Split(ids, law.Today);
        desk.Put(open, actor);
        List<string> numbers = [];
        foreach (var (fresh, part) in ids.Zip(parts))
        {
            numbers.Add(await AddAsync(open, papers, fresh, part, isFirst: fresh == ids[0], actor, cancellation));
        }

        var entry = desk.Entry(open, actor, "request.split");
        await db.CommitAsync(entry with { Detail = JsonSerializer.Serialize(new { version = open.Row.Version, numbers }, Json.Options) }, cancellation);
        return numbers;
    }

    private async Task<string> AddAsync(OpenRequest open, RequestPapers papers, Guid id, RequestPart part, bool isFirst, Actor actor, CancellationToken cancellation)
    {
        using var key = vault.CreateKey(id);

        // 各件沿用原来的查询码：申请人手里只有这一个。
        db.ApplicantVaults.Add(OpenRequest.Seal(vault, key, new RequestPapers { Applicant = papers.Applicant, Description = part.Description.Trim(), QueryCode = papers.QueryCode, Said = papers.Said }));
        var year = law.Today.Year;
        var serial = await db.TakeNumberAsync(open.Row.AgencyId, Series, year, cancellation);
        var row = new RequestRow
        {
            Id = id,
            AgencyId = open.Row.AgencyId,
            Number = string.Create(CultureInfo.InvariantCulture, $"{open.Agency.PagePath}-{year}-{serial:D5}"),
            Channel = open.Row.Channel,
            SubmittedAt = open.Row.SubmittedAt,
            Stage = "",
            ClockState = "",
            Subject = part.Subject.Trim(),
            ApplicantKind = open.Row.ApplicantKind,
            QueryCodeHash = vault.QueryCodeHash(id, papers.QueryCode),
        };
        db.Requests.Add(row);
        desk.PutNew(row, DisclosureRequest.PartOf(open.Request, open.Row.Id, isFirst, law.Today), actor, "request.split");
        return row.Number;
    }

    private static List<InputProblem> Problems(IReadOnlyList<RequestPart> parts)
    {
        List<InputProblem> problems = [];
        if (parts.Count is < 2 or > Most)
        {
            problems.Add(new InputProblem("Parts", $"要拆成 2 至 {Most} 件，现在是 {parts.Count} 件。"));
        }

        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (string.IsNullOrWhiteSpace(part.Subject) || part.Subject.Length > FilingCheck.LongestSubject)
            {
                problems.Add(new InputProblem($"Subject{i}", $"请填写第 {i + 1} 件的题目，最多 {FilingCheck.LongestSubject} 字。"));
            }

            if (string.IsNullOrWhiteSpace(part.Description) || part.Description.Length > FilingCheck.LongestDescription)
            {
                problems.Add(new InputProblem($"Description{i}", $"请填写第 {i + 1} 件的描述，最多 {FilingCheck.LongestDescription} 字。"));
            }

            problems.AddRange(PlainText.Problems($"Subject{i}", part.Subject ?? ""));
            problems.AddRange(PlainText.Problems($"Description{i}", part.Description ?? ""));
        }

        return problems;
    }
}

/// <summary>拆出的一件。</summary>
/// <param name="Subject">题目，不含个人信息。</param>
/// <param name="Description">描述。</param>
public sealed record RequestPart(string Subject, string Description);
