using System.Runtime.InteropServices;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>标签的左右有没有别的话：表里的标签独占一行或一格，正文里的词前后都连着字。</summary>
/// <param name="lexed">拆好的标签与记号。</param>
internal sealed class LabelNeighbours(LexedTable lexed)
{
    /// <summary>紧挨着别的汉字：多半是正文里的词。</summary>
    public bool Touch(LabelHit hit)
    {
        var before = hit.Start > 0 ? lexed.Text[hit.Start - 1] : '\n';
        var after = hit.End < lexed.Text.Length ? lexed.Text[hit.End] : '\n';
        return (CharKinds.Of(before) is CharKind.Han && !LabelScanner.IsNumeral(before) && !IsHit(hit.Start - 1))
            || (CharKinds.Of(after) is CharKind.Han && !LabelScanner.IsNumeral(after) && !IsHit(hit.End));
    }

    /// <summary>某处在一个标签之内；标签按先后排好，所以折半找。</summary>
    private bool IsHit(int offset)
    {
        var hits = CollectionsMarshal.AsSpan(lexed.Hits);
        var (low, high) = (0, hits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hits[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low < hits.Length && hits[low].Start <= offset;
    }

    /// <summary>这里所在的一行没有别的话。</summary>
    public bool HaveLineToThemselves(int offset)
    {
        var line = lexed.Lines.FindIndex(l => l.Start <= offset && offset < l.End);
        return line >= 0 && lexed.Lines[line].Residue == 0;
    }
}
