namespace Gongkai.WebKit;

/// <summary>页面外框要知道的：站点叫什么、在哪里。页面用 <c>ViewData</c> 的键传给布局。</summary>
public static class Chrome
{
    /// <summary>页面标题。</summary>
    public const string Title = "Title";

    /// <summary>站点名，如「工作台」。</summary>
    public const string Site = "Site";

    /// <summary>宽版面：检查结果用。</summary>
    public const string Wide = "Wide";

    /// <summary>这一页的脚本，站内路径。</summary>
    public const string Script = "Script";

    /// <summary>没有脚本时隔几秒自己刷新；不刷新为 null。</summary>
    public const string Refresh = "Refresh";
}

/// <summary>错误摘要里的一条。</summary>
/// <param name="Message">哪里不行，怎么办。</param>
/// <param name="Href">指向出错的地方；没有时为 null。</param>
public sealed record ErrorItem(string Message, string? Href = null);

/// <summary>错误摘要。</summary>
/// <param name="Title">一句话说清出了什么事、保住了什么。</param>
/// <param name="Items">各条。</param>
public sealed record ErrorSummary(string Title, IReadOnlyList<ErrorItem> Items);

/// <summary>通知横幅。</summary>
/// <param name="Tone">语气。</param>
/// <param name="Text">文字。</param>
public sealed record Notice(Tone Tone, string Text);

/// <summary>一条问题的卡片；几条规则说的是同一处改动时，是一张。</summary>
/// <param name="Number">序号，自 1 起；锚点是 <c>f-序号</c>。</param>
/// <param name="Severity">轻重。</param>
/// <param name="Rules">规则；至少一条。</param>
/// <param name="Sentences">什么、在哪里，一条一句。</param>
/// <param name="Advice">几条共同的办法；只有一条时为空串。</param>
/// <param name="Mends">改正建议。</param>
/// <param name="Cells">涉及的格。</param>
/// <param name="MoreCells">没有列出的格还有几个。</param>
/// <param name="CellsLead">各格共有的行名或列名；没有时为空串。</param>
/// <param name="Quotes">引文与出处。</param>
/// <param name="Basis">依据；没有时为空串。</param>
public sealed record FindingCard(
    int Number,
    Core.Reports.Severity Severity,
    IReadOnlyList<RuleLink> Rules,
    IReadOnlyList<string> Sentences,
    string Advice,
    IReadOnlyList<FindingMend> Mends,
    IReadOnlyList<CellLink> Cells,
    int MoreCells,
    string CellsLead,
    IReadOnlyList<FindingQuote> Quotes,
    string Basis);

/// <summary>到规则页的链接。</summary>
/// <param name="Code">代号。</param>
/// <param name="Title">短名；没有时为空串。</param>
/// <param name="HasPage">规则目录里有这一条。</param>
public sealed record RuleLink(string Code, string Title, bool HasPage);

/// <summary>到表内一格的链接。</summary>
/// <param name="Anchor">锚点。</param>
/// <param name="Name">给人看的名字。</param>
public sealed record CellLink(string Anchor, string Name);

/// <summary>一条改正建议。</summary>
/// <param name="Cell">哪一格。</param>
/// <param name="From">现在印的。</param>
/// <param name="To">应改成的。</param>
public sealed record FindingMend(CellLink Cell, string From, string To);

/// <summary>一句引文。</summary>
/// <param name="Text">原文。</param>
/// <param name="Where">出处，如「第一部分 · 第 9 行第 1 列」。</param>
/// <param name="Anchor">这句话在下面正文里的锚点；没有时为 null。</param>
public sealed record FindingQuote(string Text, string Where, string? Anchor);
