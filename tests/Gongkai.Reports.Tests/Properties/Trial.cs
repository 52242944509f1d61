using Gongkai.Bench.Conformance;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Properties;

/// <summary>一次试验：某种子、某格式、某版式写成的一个文件，及读、查的结果。失败的消息说得出怎样重做。</summary>
internal sealed class Trial
{
    private readonly int _seed;
    private readonly Layout _layout;

    public Trial(int seed, RandomReport report, Layout layout)
    {
        (_seed, _layout, Report) = (seed, layout, report);
        Content = layout.Write(report, new Random(seed));
        Checked = Check();
    }

    public RandomReport Report { get; }

    public byte[] Content { get; }

    public CheckedFile Checked { get; }

    /// <summary>唯一的一份报告。</summary>
    public CheckedReport Only
    {
        get
        {
            if (Checked.Reports is not [var only])
            {
                throw Failed([$"{Checked.Reports.Count} reports were found. {Checked.Error?.Message}"]);
            }

            return only;
        }
    }

    /// <summary>勾稽规则的发现；随机的数配不上正文，别的规则说什么不在这里看。</summary>
    public IReadOnlyList<Finding> Linkages => [.. Only.Findings.Where(f => f.Rule is "L01" or "L02" or "L03" or "L04")];

    /// <summary>跑若干次；格式轮换，种子自 <paramref name="first"/> 起。</summary>
    public static IEnumerable<(int Seed, ReportForm Form, Layout Layout)> Many(int count, IReadOnlyList<Layout> layouts, int first = 0) =>
        Enumerable.Range(first, count).Select(seed => (seed, ReportForms.All[seed / layouts.Count % ReportForms.All.Count], layouts[seed % layouts.Count]));

    /// <summary>再读一次。</summary>
    public CheckedFile Check() => ReportChecker.CheckFile("report" + _layout.Extension, Content, ConformanceCase.Options);

    /// <summary>逐格比较，列出每一处不符；<paramref name="judge"/> 说一格的读数行不行。</summary>
    public void ExpectCells(Func<FormCell, CellReading, bool> judge)
    {
        List<string> faults = [];
        foreach (var form in Report.Form.Tables)
        {
            var table = Only.Reading[form.Table];
            if (table.Form != form)
            {
                faults.Add($"{form.Table.Key()} was read by the {table.Form.Form} form");
            }

            faults.AddRange(form.Cells.Where(c => !judge(c, table[c.Row.Id, c.Column.Id])).Select(c => Fault(c, table[c.Row.Id, c.Column.Id])));
        }

        Expect(faults.Count == 0, [.. faults]);
    }

    public void Expect(bool holds, params string[] faults)
    {
        if (!holds)
        {
            throw Failed(faults);
        }
    }

    private string Fault(FormCell cell, CellReading got) =>
        $"{cell.Address}: printed “{Report.Printed(cell)}”, read {got.State} {got.Value}"
        + (got.Candidates is { } candidates ? $" of {{{string.Join(", ", candidates.Select(c => c?.ToString() ?? "absent"))}}}" : "")
        + $", raw “{got.Raw}”, {got.Place}";

    private Xunit.Sdk.XunitException Failed(string[] faults) => new(
        $"seed {_seed}, {Report.Form.Id} form, layout “{_layout.Name}”:\n{string.Join('\n', faults.Take(12))}{(faults.Length > 12 ? $"\n… {faults.Length} in all" : "")}");
}
