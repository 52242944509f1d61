using Gongkai.Core.Reports;

namespace Gongkai.WebKit;

/// <summary>一种语气：颜色、图标总是一起给出，因为状态不能只靠颜色。</summary>
/// <param name="Css">样式名：good、caution、wrong、unsure、quiet。</param>
/// <param name="Icon">图标名，见图标集。</param>
public readonly record struct Tone(string Css, string Icon)
{
    /// <summary>没有问题。</summary>
    public static readonly Tone Good = new("good", "check");

    /// <summary>要留意。</summary>
    public static readonly Tone Caution = new("caution", "warn");

    /// <summary>有错。</summary>
    public static readonly Tone Wrong = new("wrong", "cross");

    /// <summary>不能断定。</summary>
    public static readonly Tone Unsure = new("unsure", "question");

    /// <summary>读不了，或与判断无关。</summary>
    public static readonly Tone Quiet = new("quiet", "unread");
}

/// <summary>各种判断给人看的说法。</summary>
public static class Words
{
    /// <summary>层级与类别。</summary>
    public static string Say(AgencyLevel level) => level switch
    {
        AgencyLevel.Province => "省级政府",
        AgencyLevel.City => "市级政府",
        AgencyLevel.County => "县级政府",
        AgencyLevel.Township => "乡镇政府",
        AgencyLevel.Street => "街道办事处",
        AgencyLevel.Department => "政府部门",
        AgencyLevel.Vertical => "垂直管理部门",
        AgencyLevel.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>轻重。</summary>
    public static string Say(Severity severity) => severity switch
    {
        Severity.Critical => "严重",
        Severity.Error => "错误",
        Severity.Warning => "警告",
        Severity.Info => "提示",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    /// <summary>轻重的语气。</summary>
    public static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Critical or Severity.Error => Tone.Wrong,
        Severity.Warning => Tone.Caution,
        _ => new Tone("quiet", "info"),
    };

    /// <summary>一张表读得怎样，两三个字。</summary>
    public static string Say(TableProof proof) => proof switch
    {
        TableProof.Absent => "没有这张表",
        TableProof.Consistent => "一致",
        TableProof.Proved => "已证明",
        TableProof.Inconsistent => "不一致",
        TableProof.Ambiguous => "两可",
        TableProof.Partial => "未印全",
        TableProof.Unchecked => "已读，无勾稽可核",
        TableProof.Unreadable => "是图片，读不出",
        _ => throw new ArgumentOutOfRangeException(nameof(proof)),
    };

    /// <summary>一张表读得怎样，一句话。</summary>
    public static string Explain(TableProof proof) => proof switch
    {
        TableProof.Absent => "报告里没有找到这张表。",
        TableProof.Consistent => "版式只容一种读法，勾稽关系全部成立。",
        TableProof.Proved => "版式容几种读法，恰有一种使勾稽关系全部成立，就是下面这一种。",
        TableProof.Inconsistent => "没有一种读法能使勾稽关系全部成立，源文件的数有误。",
        TableProof.Ambiguous => "有几种读法都使勾稽关系成立，不能断定的格以“?”标出，可能的值列在格内。",
        TableProof.Partial => "有些格没有印出，以“未印”标出，不当作 0；其余已读。",
        TableProof.Unchecked => "已逐格读出。这张表自身没有勾稽关系可核对。",
        TableProof.Unreadable => "这张表是图片，读不出数字。请提供文字版，或对照原件人工核对。",
        _ => throw new ArgumentOutOfRangeException(nameof(proof)),
    };

    /// <summary>一张表读得怎样的语气。</summary>
    public static Tone ToneOf(TableProof proof) => proof switch
    {
        TableProof.Consistent or TableProof.Proved => Tone.Good,
        TableProof.Inconsistent => Tone.Wrong,
        TableProof.Ambiguous => Tone.Unsure,
        TableProof.Unchecked => new Tone("quiet", "info"),
        TableProof.Partial or TableProof.Absent => Tone.Caution,
        _ => Tone.Quiet,
    };
}
