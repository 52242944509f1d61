namespace Gongkai.Reports.Summing;

/// <summary>一份报告计入了没有，没有是为什么。</summary>
public enum SumStatus
{
    /// <summary>计入。</summary>
    Counted,

    /// <summary>是已计入的一份的副本，不重复计。</summary>
    Copy,

    /// <summary>同一单位、同一年度有数字不同的几份，分不清哪一份作数，都不计。</summary>
    Conflict,

    /// <summary>是别的年度的。</summary>
    OtherYear,

    /// <summary>看不出是哪一年度的。</summary>
    YearUnknown,

    /// <summary>看不出是哪个单位的。</summary>
    Unnamed,

    /// <summary>是一级政府的汇总数，而它的部门也在其中，计入就重复了。</summary>
    AlreadyTotal,

    /// <summary>勾稽关系不成立，而只要没有错误的。</summary>
    NotClean,
}
