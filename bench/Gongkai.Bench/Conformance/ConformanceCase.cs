using Gongkai.Reports.Checking;

namespace Gongkai.Bench.Conformance;

/// <summary>合格测试集里的一个案例：一个文件和它的答案。</summary>
/// <param name="Layout">版式：案例所在文件夹的名字。</param>
/// <param name="Name">案例名：答案文件名去掉 <c>.truth.json</c>。</param>
/// <param name="File">案例文件的路径。</param>
/// <param name="Truth">答案。</param>
public sealed record ConformanceCase(string Layout, string Name, string File, CaseTruth Truth)
{
    /// <summary>案例一律按 2024 年 4 月 30 日、全国的规定来查，答案才不随日子变。</summary>
    public static CheckOptions Options { get; } = new(new DateOnly(2024, 4, 30), RegionProfile.National);

    /// <summary>版式/案例，如 <c>fused-digits/town-2022</c>。</summary>
    public string Id => $"{Layout}/{Name}";

    /// <summary>读、查这个文件，与答案比较。</summary>
    public CaseScore Score() =>
        CaseScore.Of(this, ReportChecker.CheckFile(Path.GetFileName(File), System.IO.File.ReadAllBytes(File), Options));
}
