namespace Gongkai.Letters.Facts;

/// <summary>对外文书用哪一种公文格式（GB/T 9704—2012），由机关自定。</summary>
public enum LetterLayout
{
    /// <summary>一般公文：红色机关标志在版心上部，文号居中，下有红线，逐页编页码。</summary>
    Document,

    /// <summary>信函格式（第 10.1 条）：机关标志距上页边 30 毫米，上下两条红色双线，文号居右，首页不显示页码。</summary>
    Correspondence,
}
