using System.Runtime.InteropServices;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>印出的一行：标签和跟着它的记号。</summary>
/// <param name="Row">行在 <see cref="TableLabels.Rows"/> 中的次序。</param>
/// <param name="Hit">标签；由位置推定的行没有标签。</param>
/// <param name="Tokens">跟着的记号，按先后。</param>
internal sealed record PrintedRow(int Row, LabelHit? Hit, List<Token> Tokens)
{
    /// <summary>有内容的记号数，不算夹在标签里和属于下一行行首的。</summary>
    public int Contents { get; } = CountContents(Tokens);

    private static int CountContents(List<Token> tokens)
    {
        var count = 0;
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(tokens))
        {
            count += IsContent(token) ? 1 : 0;
        }

        return count;
    }

    public static bool IsContent(in Token t) => t.Kind is not TokenKind.Empty && !t.Has(TokenFlags.InLabel | TokenFlags.LeadIn);
}
