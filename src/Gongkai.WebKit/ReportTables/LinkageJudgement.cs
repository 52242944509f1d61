using Gongkai.Core.Reports;

namespace Gongkai.WebKit.ReportTables;

/// <summary>页面对一张表的勾稽关系的点数：几处成立、几处不成立、几处因有未知的格不能断定，以及哪些格有凭有据。</summary>
public sealed class LinkageJudgement
{
    private readonly HashSet<int> _holding = [];
    private readonly HashSet<int> _broken = [];

    /// <summary>逐处判断。</summary>
    public LinkageJudgement(TableReading table)
    {
        foreach (var linkage in table.Form.Linkages)
        {
            decimal? left = Sum(table, linkage.Left), right = Sum(table, linkage.Right);
            if (left is null || right is null)
            {
                Unknown++;
            }
            else if (left == right)
            {
                Holds++;
                _holding.UnionWith([.. linkage.Left, .. linkage.Right]);
            }
            else
            {
                Broken++;
                _broken.UnionWith([.. linkage.Left, .. linkage.Right]);
            }
        }
    }

    /// <summary>成立的处数。</summary>
    public int Holds { get; }

    /// <summary>不成立的处数。</summary>
    public int Broken { get; }

    /// <summary>不能断定的处数。</summary>
    public int Unknown { get; }

    /// <summary>这一格至少有一处勾稽关系证实，且没有一处反对。</summary>
    public bool Confirms(int cell) => _holding.Contains(cell) && !_broken.Contains(cell);

    private static decimal? Sum(TableReading table, IReadOnlyList<int> cells)
    {
        var sum = 0m;
        foreach (var cell in cells)
        {
            if (table.Cells[cell].ForLinkage is not { } value)
            {
                return null;
            }

            sum += value;
        }

        return sum;
    }
}
