using System.Globalization;
using System.Text;
using Gongkai.Core.Requests;
using Gongkai.Reports.Writing;
using Gongkai.Reports.Writing.Xlsx;
using Gongkai.UseCases.Requests;

namespace Gongkai.UseCases.Reports;

/// <summary>登记簿写成表：csv 与 xlsx。姓名已遮盖，没有证件号码与联系方式；开头像公式的文字都先化解。</summary>
public static class RegisterSheet
{
    /// <summary>一次最多导出几件。</summary>
    public const int Most = 20_000;

    private static readonly (string Name, double Width)[] Columns =
    [
        ("登记编号", 20), ("收到日期", 12), ("渠道", 14), ("申请人", 12), ("申请人类别", 14), ("所需信息", 44), ("办理环节", 12),
        ("答复期限", 12), ("期限暂定", 9), ("结果", 26), ("办结日期", 12), ("承办人", 12),
    ];

    /// <summary>写成 csv：UTF-8 带标记，表格软件直接打开不乱码。</summary>
    public static byte[] Csv(IReadOnlyList<RequestListItem> items, IReadOnlyDictionary<Guid, string> staff)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, Columns.Select(c => c.Name));
        foreach (var item in items)
        {
            Line(text, Cells(item, staff));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>写成 xlsx。</summary>
    public static byte[] Xlsx(IReadOnlyList<RequestListItem> items, IReadOnlyDictionary<Guid, string> staff)
    {
        using var output = new MemoryStream();
        ListXlsx.Write(output, "登记簿", Columns, items.Select(i => Cells(i, staff)));
        return output.ToArray();
    }

    private static string[] Cells(RequestListItem item, IReadOnlyDictionary<Guid, string> staff) =>
    [
        item.Number, Day(item.ReceivedOn), Say.Of(item.Channel), item.MaskedName, Say.Of(item.Kind), item.Subject, Say.Of(item.Stage),
        Day(item.DueOn), item.IsProvisional ? "暂定" : "", item.Outcome?.Info().Title ?? "", Day(item.ConcludedOn),
        item.AssignedTo is { } person && staff.TryGetValue(person, out var name) ? name : "",
    ];

    /// <summary>写一行 csv：各格加引号，开头像公式的前面加一个单引号，换行、控制字符去掉。</summary>
    public static void Line(StringBuilder text, IEnumerable<string> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
    }

    private static string Cell(string content)
    {
        var clean = DisplayText.Clean(content, 2000);
        var looksLikeFormula = clean.Length > 0 && clean[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '|' or '%';
        return $"\"{(looksLikeFormula ? "'" : "")}{clean.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
