using Gongkai.Core.Reports;
using Gongkai.Core.Requests;
using Gongkai.Reports;

namespace Gongkai.UseCases.Tests.Reports;

/// <summary>表三的全部勾稽关系，由判年度报告的同一个裁判来判。</summary>
internal static class Linkages
{
    public static void Hold(TableThree table)
    {
        var form = ReportForms.V2021[ReportTable.Requests];
        CellReading[] cells = [.. form.Cells.Select(c => new CellReading(CellState.Number, table[c.Row.Id, c.Column.Id], "", Place.Nowhere))];
        Assert.NotEmpty(form.Linkages);
        Assert.All(form.Linkages, l => Assert.Equal((l.Name, LinkageVerdict.Holds), (l.Name, l.Judge(cells))));
    }
}
