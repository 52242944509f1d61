namespace Gongkai.Reports.Tests;

/// <summary>断言；失败时把每一行说全（xunit 的集合断言只印前几项，且截短）。</summary>
internal static class Expect
{
    /// <summary>没有一处不对。</summary>
    public static void Nothing(IEnumerable<string> faults)
    {
        var text = string.Join('\n', faults);
        Assert.True(text.Length == 0, text);
    }
}
