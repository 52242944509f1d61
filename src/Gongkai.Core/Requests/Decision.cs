using System.Text.Json.Serialization;

namespace Gongkai.Core.Requests;

/// <summary>决定里的一个部分：对申请的一部分内容作出的一种处理。</summary>
/// <param name="Outcome">处理决定。</param>
/// <param name="Articles">援引的条款；空表示用该决定通常的条款。</param>
public sealed record DecisionPart(Outcome Outcome, string Articles = "");

/// <summary>检索记录：「经检索没有」要有它作证（法释〔2025〕8号：被告须证明已尽合理检索）。检索用的词可能含个人信息，不记在这里，附在草稿里。</summary>
/// <param name="On">哪一天检索。</param>
/// <param name="Where">查了哪些库、哪些室，不为空。</param>
public sealed record SearchRecord(DateOnly On, string Where);

/// <summary>拟作的决定：一个主要结果，和（部分公开或混合时）各部分。理由与正文不在这里，在答复书草稿里。</summary>
public sealed class Decision
{
    /// <summary>由各项建立。</summary>
    public Decision(Outcome outcome, string articles = "", IReadOnlyList<DecisionPart>? parts = null, SearchRecord? search = null, string? earlierRequest = null)
    {
        (Outcome, Articles, Parts, Search, EarlierRequest) = (outcome, articles, parts ?? [], search, earlierRequest);
    }

    /// <summary>主要结果：表三按它计一行。</summary>
    public Outcome Outcome { get; }

    /// <summary>援引的条款；空表示用通常的条款。</summary>
    public string Articles { get; }

    /// <summary>部分公开时各部分的处理；混合结果时，主要结果以外的各部分。</summary>
    public IReadOnlyList<DecisionPart> Parts { get; }

    /// <summary>检索记录；「经检索没有」必须有。</summary>
    public SearchRecord? Search { get; }

    /// <summary>重复申请时，已答复的那一件的编号。</summary>
    public string? EarlierRequest { get; }

    /// <summary>有予以公开的内容：附的信息要随这份答复交给申请人。</summary>
    [JsonIgnore]
    public bool Discloses => IsDisclosing(Outcome) || Parts.Any(p => IsDisclosing(p.Outcome));

    /// <summary>各部分里有没有依第十四至十六条不予公开的，救济告知据此写。</summary>
    public bool RefusesByArticles14To16 => Outcome.Info().ReconsiderationFirst || Parts.Any(p => p.Outcome.Info().ReconsiderationFirst);

    /// <summary>主要结果或者其中一部分是这一种。</summary>
    public bool Uses(Outcome outcome) => Outcome == outcome || Parts.Any(p => p.Outcome == outcome);

    private static bool IsDisclosing(Outcome outcome) => outcome.Info().Group is OutcomeGroup.Granted or OutcomeGroup.PartlyGranted;
}
