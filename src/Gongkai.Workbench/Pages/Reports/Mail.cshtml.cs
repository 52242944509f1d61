using System.Globalization;
using Gongkai.UseCases.Reports.Digests;
using Gongkai.Workbench.Cases.Acts;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Reports;

/// <summary>管理员设置发信服务器。</summary>
public sealed class MailModel(KeepMailSettings mail) : StaffPage
{
    private MailSettings? _settings;

    /// <summary>设置过。</summary>
    public bool IsSet => _settings is not null;

    /// <summary>各项。</summary>
    public IReadOnlyList<ActField> Fields =>
    [
        new("Host", "发信服务器") { Hint = "如 mail.example.cn。", Maximum = 200, Default = _settings?.Host ?? "" },
        new("Port", "端口", FieldKind.Number) { Default = (_settings?.Port ?? 587).ToString(CultureInfo.InvariantCulture) },
        new("UsesTls", "用 STARTTLS 加密", FieldKind.Check) { Default = _settings?.UsesTls == false ? "" : "true" },
        new("User", "用户名") { Hint = "不要登录的服务器，留空。", Maximum = 200, Default = _settings?.User ?? "" },
        new("From", "发信地址") { Maximum = 200, Default = _settings?.From ?? "" },
        new("SiteAddress", "工作台的网址") { Hint = "写在信里给人点开。", Maximum = 200, Default = _settings?.SiteAddress ?? $"{Request.Scheme}://{Request.Host}" },
    ];

    /// <summary>现在存着的那一份的摘要。</summary>
    public string Digest { get; private set; } = "";

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>保存。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        var saved = await TryAsync(async () =>
        {
            var input = new ActInput(name => Typed(name));
            var given = new MailSettings(input.Text("Host"), input.Number("Port", "端口"), input.Is("UsesTls"), input.Text("User"), Typed("Password"), input.Text("From"), input.Text("SiteAddress"));
            input.ThrowIfAny();
            await mail.SaveAsync(Actor, given, Typed("Seen"), cancellation);
        });
        Digest = StillSeen(Typed("Seen"), Digest);
        return saved ? DoneTo("/Reports/Mail", "发信设置已经保存。") : Page();
    }

    /// <summary>不再发信。</summary>
    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancellation)
    {
        if (await TryAsync(() => mail.ForgetAsync(Actor, Typed("Seen"), cancellation)))
        {
            return DoneTo("/Reports/Mail", "不再发信。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>填过的。</summary>
    public string Typed(string name, string start = "") => HttpMethods.IsPost(Request.Method) && Request.HasFormContentType ? Request.Form[name].ToString() : start;

    private async Task ShowAsync(CancellationToken cancellation) => (_settings, Digest) = await mail.ShowAsync(Actor, cancellation);
}
