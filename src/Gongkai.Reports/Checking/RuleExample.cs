namespace Gongkai.Reports.Checking;

/// <summary>规则的一个例子：在一份挑不出错的范本上改几处，看规则响不响。例子是一份真的报告，从文字读起。</summary>
/// <param name="Title">例子说的是什么。</param>
/// <param name="Fires">规则应当响。</param>
public sealed record RuleExample(string Title, bool Fires)
{
    /// <summary>被查的报告。</summary>
    public SpecimenChanges Report { get; init; } = new();

    /// <summary>同一单位上一年的报告；没有时为 null。</summary>
    public SpecimenChanges? Previous { get; init; }

    /// <summary>同一批的其他报告。</summary>
    public IReadOnlyList<SpecimenChanges> Batch { get; init; } = [];

    /// <summary>按哪一天看迟不迟；默认在次年 4 月 30 日。</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>按哪个地区的规定；默认全国。</summary>
    public string Region { get; init; } = RegionProfile.National.Id;
}

/// <summary>范本上改动的地方；没有写的照范本。</summary>
public sealed record SpecimenChanges
{
    /// <summary>单位名称。</summary>
    public string Agency { get; init; } = "清溪县应急管理局";

    /// <summary>报告年度。</summary>
    public int Year { get; init; } = 2023;

    /// <summary>三张表的格式版本。</summary>
    public string Form { get; init; } = "2021";

    /// <summary>标题。</summary>
    public string? Title { get; init; }

    /// <summary>标题之上的页面文字，一行一段。</summary>
    public string? Banner { get; init; }

    /// <summary>标题之下的发布信息，如「来源：…　时间：2024-01-15」。</summary>
    public string? SourceLine { get; init; }

    /// <summary>引言；空串为没有。</summary>
    public string? Introduction { get; init; }

    /// <summary>各部分的正文，一行一段；第二至四部分印在表之前。</summary>
    public IReadOnlyList<(int Section, string Text)> Sections { get; init; } = [];

    /// <summary>各部分的标题；空串为没有这个标题。</summary>
    public IReadOnlyList<(int Section, string Heading)> Headings { get; init; } = [];

    /// <summary>不印的表所在的部分，2 至 4。</summary>
    public IReadOnlyList<int> TablesLeftOut { get; init; } = [];

    /// <summary>各格印的字，如 <c>requests.received.person</c> = 3；其余各格为 0。</summary>
    public IReadOnlyList<(string Cell, string Printed)> Cells { get; init; } = [];

    /// <summary>落款日期；空串为没有落款。</summary>
    public string? SignedOn { get; init; }

    /// <summary>印好之后再改的字：把 <c>From</c> 换成 <c>To</c>；范本里须有 <c>From</c>。</summary>
    public IReadOnlyList<(string From, string To)> Replacements { get; init; } = [];
}
