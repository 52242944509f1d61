using System.Globalization;
using Gongkai.Core.Requests;
using Gongkai.Reports.Writing;
using Gongkai.Reports.Writing.Xlsx;
using Gongkai.UseCases.Requests;

namespace Gongkai.UseCases.Reports;

/// <summary>登记簿写成表。姓名已遮盖，没有证件号码与联系方式；写出时开头像公式的文字都先化解。</summary>
public static class RegisterSheet
{
    /// <summary>一次最多导出几件。</summary>
    public const int Most = 20_000;

    private static readonly (string Name, double Width)[] Columns =
    [
        ("登记编号", 20), ("收到日期", 12), ("渠道", 14), ("申请人", 12), ("申请人类别", 14), ("所需信息", 44), ("办理环节", 12),
        ("答复期限", 12), ("期限暂定", 9), ("结果", 26), ("办结日期", 12), ("逾期答复", 12), ("承办人", 12),
    ];

    /// <summary>各行，首行是表头；csv 由站点照它写。</summary>
    public static IEnumerable<string[]> Rows(IReadOnlyList<RequestListItem> items, IReadOnlyDictionary<Guid, string> staff) =>
        [[.. Columns.Select(c => c.Name)], .. items.Select(i => Cells(i, staff))];

    /// <summary>写成 xlsx。</summary>
    public static byte[] Xlsx(IReadOnlyList<RequestListItem> items, IReadOnlyDictionary<Guid, string> staff)
    {
        using var output = new MemoryStream();
        ListXlsx.Write(output, "登记簿", Columns, items.Select(i => Cells(i, staff)));
        return output.ToArray();
    }

    private static string[] Cells(RequestListItem item, IReadOnlyDictionary<Guid, string> staff) =>
    [
        item.Number, Day(item.ReceivedOn), Say.Of(item.Channel), Clean(item.MaskedName), Say.Of(item.Kind), Clean(item.Subject), Say.Of(item.Stage),
        Day(item.DueOn), item is { IsProvisional: true, DueOn: not null } ? "暂定" : "", item.Outcome?.Info().Title ?? "", Day(item.ConcludedOn), Day(item.LateOn),
        item.AssignedTo is { } person && staff.TryGetValue(person, out var name) ? Clean(name) : "",
    ];

    private static string Clean(string text) => DisplayText.Clean(text, 2000);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
