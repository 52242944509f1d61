using System.Runtime.InteropServices;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>
/// 表三里与同组的行没有对齐的行。数读得出来（每行的数都连着），只是印歪了：
/// 一组里除首行（前面多一格组名）以外，第一个数应当在同一格。
/// </summary>
internal static class UnevenRows
{
    private const int Width = 7;

    /// <summary>没有对齐的行的标识；没有分隔符、一格一行的表不看。</summary>
    public static IReadOnlyList<string> Find(FormTable form, PrintedRow?[] byRow)
    {
        List<string>? uneven = null;
        string? group = null;
        var (field, line) = (-1, -1);
        for (var r = 0; r < byRow.Length; r++)
        {
            var row = form.Rows[r];
            if (row.Group is null || row.Group != group)
            {
                (group, field, line) = (row.Group, -1, -1);
                continue;
            }

            if (byRow[r] is not { Contents: Width, Hit: not null } printed || FirstField(printed) is not (>= 0 and var first))
            {
                continue;
            }

            // 整张表连成一行时，格号一路增加。
            var own = printed.Tokens[0].Line;
            if (own == line)
            {
                return [];
            }

            line = own;
            if (field >= 0 && first != field)
            {
                (uneven ??= []).Add(row.Id);
            }
            else
            {
                field = first;
            }
        }

        return uneven ?? [];
    }

    private static int FirstField(PrintedRow row)
    {
        var (first, count) = (-1, 0);
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(row.Tokens))
        {
            if (!PrintedRow.IsContent(token))
            {
                continue;
            }

            if (!token.Has(TokenFlags.Fielded) || (count > 0 && token.Field != first + count))
            {
                return -1;
            }

            first = count++ == 0 ? token.Field : first;
        }

        return first;
    }
}
