using Gongkai.Core.Reports;

namespace Gongkai.Reports.Writing.Printing;

/// <summary>页面对一张表的勾稽关系的点数：几处成立、几处不成立、几处因有未知的格不能断定，以及哪些格有凭有据。</summary>
public sealed class LinkageJudgement
{
    private readonly HashSet<int> _holding = [];
    private readonly HashSet<int> _broken = [];

    /// <summary>逐处判断。</summary>
    public LinkageJudgement(TableReading table)
    {
        for (var i = 0; i < table.Form.Linkages.Count; i++)
        {
            switch (table.Verdicts[i])
            {
                case LinkageVerdict.Holds:
                    Holds++;
                    _holding.UnionWith(table.Form.Linkages[i].Cells);
                    break;
                case LinkageVerdict.Broken:
                    Broken++;
                    _broken.UnionWith(table.Form.Linkages[i].Cells);
                    break;
                default:
                    Unknown++;
                    break;
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
}
