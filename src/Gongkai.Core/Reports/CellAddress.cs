using System.Diagnostics.CodeAnalysis;

namespace Gongkai.Core.Reports;

/// <summary>一格的地址：表、行、列，如 <c>requests.refused.stateSecret.person</c>。行的标识可含一个点，列的标识不含点。</summary>
public readonly record struct CellAddress(ReportTable Table, string Row, string Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Table.Key()}.{Row}.{Column}";

    /// <summary>解析地址；只看写法，不问哪一版格式里有没有这一格。</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CellAddress address)
    {
        address = default;
        var first = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        var last = text?.LastIndexOf('.') ?? -1;
        if (first <= 0 || last <= first + 1 || last == text!.Length - 1 || ReportTableNames.FromKey(text.AsSpan(0, first)) is not { } table)
        {
            return false;
        }

        address = new CellAddress(table, text[(first + 1)..last], text[(last + 1)..]);
        return true;
    }
}
