namespace Gongkai.Letters.Facts;

/// <summary>一次检索，证明「经检索没有」已尽合理的查找义务。</summary>
/// <param name="Place">检索的库、系统或者案卷。</param>
/// <param name="Keywords">关键词或者检索条件。</param>
/// <param name="On">检索日期。</param>
/// <param name="By">检索人。</param>
/// <param name="Result">结果。</param>
public sealed record SearchEntry(string Place, string Keywords, DateOnly On, string By, string Result);
