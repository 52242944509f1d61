namespace Gongkai.Core.Requests;

/// <summary>一件申请在表三里的去处。</summary>
/// <param name="ReceivedOn">收到之日；没有确认的不计，不在这里。</param>
/// <param name="ConcludedOn">办结之日；未办结为 null。</param>
/// <param name="Applicant">申请人类别。</param>
/// <param name="Row">办结的，计入哪一行，如 <c>granted</c>；未办结为 null。</param>
public readonly record struct RequestFate(DateOnly ReceivedOn, DateOnly? ConcludedOn, ApplicantKind Applicant, string? Row)
{
    /// <summary>一件申请的去处；不计入表三的（更正记录、不计的并案、拆开、由同时拆出的第一件代计、收到日未确认）为 null。</summary>
    public static RequestFate? Of(DisclosureRequest request) =>
        request.ReceivedOn is { } received && request.Submission.Matter == RequestMatter.Disclosure && !(request.MergedInto is not null && request.CountedOutcome is null)
            && !request.WasSplit && !request.IsCountedByAnother
            ? new RequestFate(received, request.ConcludedOn, request.Submission.Applicant, request.CountedOutcome?.Info().Row)
            : null;
}

/// <summary>
/// 一段时间的表三：收到和处理政府信息公开申请情况（国办公开办函〔2021〕30号）。
/// 新收看收到之日，办理结果看办结之日，结转看期初期末；由此新收加结转等于办结加结转下期，不用另外凑。
/// </summary>
public sealed class TableThree
{
    /// <summary>二十五行的标识，依印出的次序。</summary>
    public static IReadOnlyList<string> Rows { get; } =
        ["received", "carriedIn", .. Outcomes.All.Select(o => o.Row).Distinct(), "total", "carriedOut"];

    /// <summary>六个类别列的标识，其后是总计列。</summary>
    public static IReadOnlyList<string> Columns { get; } = ["person", "business", "research", "socialOrg", "legalService", "otherOrg", "total"];

    private readonly long[,] _counts = new long[Rows.Count, Columns.Count];

    /// <summary>一格的数：行、列的标识。</summary>
    public long this[string row, string column] => _counts[IndexOf(Rows, row), IndexOf(Columns, column)];

    /// <summary>数一段时间，首尾两天都在内。</summary>
    public static TableThree Count(IEnumerable<RequestFate> requests, DateOnly from, DateOnly to)
    {
        var table = new TableThree();
        foreach (var request in requests)
        {
            table.Add(request, from, to, 1);
        }

        return table;
    }

    /// <summary>加上去处相同的若干件。</summary>
    /// <param name="fate">去处。</param>
    /// <param name="from">期初，含。</param>
    /// <param name="to">期末，含。</param>
    /// <param name="count">几件。</param>
    public void Add(RequestFate fate, DateOnly from, DateOnly to, long count)
    {
        if (fate.ReceivedOn > to || fate.ConcludedOn < from)
        {
            return;
        }

        Put(fate.ReceivedOn < from ? "carriedIn" : "received", fate.Applicant, count);
        if (fate.ConcludedOn <= to)
        {
            Put(fate.Row!, fate.Applicant, count);
            Put("total", fate.Applicant, count);
        }
        else
        {
            Put("carriedOut", fate.Applicant, count);
        }
    }

    /// <summary>加上另一张表，用于汇总。</summary>
    public void Add(TableThree other)
    {
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Columns.Count; column++)
            {
                _counts[row, column] += other._counts[row, column];
            }
        }
    }

    private void Put(string row, ApplicantKind applicant, long count)
    {
        var index = IndexOf(Rows, row);
        _counts[index, (int)applicant] += count;
        _counts[index, Columns.Count - 1] += count;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(name), name, "No such row or column.");
    }
}
