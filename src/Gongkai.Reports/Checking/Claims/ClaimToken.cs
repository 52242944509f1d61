namespace Gongkai.Reports.Checking.Claims;

/// <summary>数的单位。</summary>
internal enum ClaimUnit : byte
{
    None,

    /// <summary>件、宗、起、份、例。</summary>
    Case,

    /// <summary>条、次、项、个、部：不一定是件数。</summary>
    Loose,

    /// <summary>元、万元、亿元；值已换成万元。</summary>
    Money,

    /// <summary>人次、场、篇：不是件数。</summary>
    Other,
}

/// <summary>数与真值的关系。</summary>
internal enum ClaimBound : byte
{
    /// <summary>就是这个数。</summary>
    Exact,

    /// <summary>约、近、左右。</summary>
    About,

    /// <summary>超过、以上：不小于这个数，也不会大得多。</summary>
    AtLeast,

    /// <summary>「20余」「100多」：多出的不到末位的一。</summary>
    Over,

    /// <summary>不足、不到：不大于这个数。</summary>
    AtMost,

    /// <summary>只是一部分：全部不小于这个数。</summary>
    PartOf,
}

/// <summary>句子里的一个词或一个数。</summary>
/// <param name="Role">作用。</param>
/// <param name="Start">在正文中的起点。</param>
/// <param name="End">终点（不含）。</param>
/// <param name="Value">数值；金额为万元；年份为公历年。</param>
/// <param name="Grain">数印到哪一位：「1.2万」为 1000，个位为 1。</param>
/// <param name="Unit">单位。</param>
/// <param name="Bound">确切与否。</param>
/// <param name="Parameter">小项的序号。</param>
internal readonly record struct ClaimToken(ClaimRole Role, int Start, int End, decimal Value = 0, decimal Grain = 1, ClaimUnit Unit = ClaimUnit.None, ClaimBound Bound = ClaimBound.Exact, byte Parameter = 0);
