using System.Globalization;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.UseCases;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases.Acts;
using Gongkai.Workbench.Hosting;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>录入当面、邮寄、传真、邮件收到的申请：一页，一分钟之内。</summary>
[BodyLimit(BodyLimits.Files)]
public sealed class NewModel(FileRequest file, ListRequests list, LawBook law) : StaffPage
{
    private const string AsWrittenField = "AsWritten";

    private static readonly string[] IdKinds = [.. IdentityKinds.OfPersons, .. IdentityKinds.OfOrganizations];

    private IReadOnlyList<KeyValuePair<int, string>> _agencies = [];

    /// <summary>这一次提交的标识：表单打开时发给，交两次只收一件。</summary>
    [BindProperty]
    public Guid Once { get; set; }

    /// <summary>各组。</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<ActField> Fields)> Groups =>
    [
        ("收到", [.. _agencies.Count > 1 ? [new ActField("Agency", "机关", FieldKind.Choice) { Choices = [.. _agencies.Select(a => (a.Key.ToString(CultureInfo.InvariantCulture), a.Value))] }] : Array.Empty<ActField>(),
            new("Channel", "怎样收到", FieldKind.Choice) { Choices = [.. Channels.Select(c => (c.ToString(), Say.Of(c)))] },
            new("On", "收到之日", FieldKind.Day) { Default = law.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Hint = "当面提交之日、签收之日；平信、传真、邮件为到达之日，其后还要与申请人确认。" }]),
        ("申请人", [
            new("Name", "姓名或者名称") { Maximum = 200 },
            new("Kind", "类别", FieldKind.Choice) { Choices = [.. Enum.GetValues<ApplicantKind>().Select(k => (k.ToString(), Say.Of(k)))] },
            new("IdKind", "证件", FieldKind.Choice) { Choices = [.. IdKinds.Select(k => (k, k))] },
            new("IdNumber", "证件号码") { Maximum = 200 },
            new("Telephone", "电话") { Maximum = 200 },
            new("Address", "通信地址") { Maximum = 200 },
            new("Email", "电子邮箱") { Maximum = 200, Hint = "电话、地址、邮箱至少有一样。" }]),
        ("要什么", [
            new("Subject", "所需信息的名称") { Maximum = FilingCheck.LongestSubject, Hint = "一句话，显示在列表里，不要写个人信息。" },
            new("Description", "描述", FieldKind.Area) { Hint = "照申请表的原话。", Maximum = FilingCheck.LongestDescription },
            new("Delivery", "获取方式", FieldKind.Choice) { Choices = [.. Enum.GetValues<DeliveryForm>().Select(d => (d.ToString(), Say.Of(d)))] },
            new("Matter", "事项", FieldKind.Choice) { Choices = [(nameof(RequestMatter.Disclosure), "政府信息公开申请"), (nameof(RequestMatter.RecordCorrection), "要求更正与自身相关的记录（第四十一条）")] }]),
    ];

    /// <summary>不常有的各项。</summary>
    public IReadOnlyList<ActField> More { get; } =
    [
        new("Representative", "法定代表人或者负责人") { Hint = "单位申请的必填。", Maximum = 200 },
        new("Agent", "代理人姓名、证件号码与电话") { Maximum = 200 },
        new("PostCode", "邮政编码") { Maximum = 200 },
        new("Assistance", "申请人需要的帮助") { Hint = "阅读困难、视听障碍等（《条例》第四十三条）。", Maximum = 200 },
    ];

    /// <summary>不常有的各项里填过、或者填错的，展开。</summary>
    public bool MoreOpen => HttpMethods.IsPost(Request.Method) && (More.Any(f => Typed(f.Name).Length > 0 || Problems.Any(p => p.Field == f.Name)) || Problems.Any(p => p.Field == "Files"));

    /// <summary>证件、描述缺了或者写错了，而申请表上就是这样的，勾了照收。交过一次、有这样的毛病才问。</summary>
    public ActField? AsWritten { get; private set; }

    private static ReceiptChannel[] Channels => [ReceiptChannel.Counter, ReceiptChannel.RegisteredPost, ReceiptChannel.OrdinaryPost, ReceiptChannel.Fax, ReceiptChannel.Email];

    /// <summary>显示空表。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        Once = Guid.CreateVersion7();
    }

    /// <summary>收下。</summary>
    public async Task<IActionResult> OnPostAsync(IFormFileCollection files, CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        var input = new ActInput(name => Typed(name));
        var lacks = FilingCheck.Lacks(Applicant(input), input.Text("Description"), law.Today);
        AsWritten = lacks.Count == 0 ? null : new ActField(AsWrittenField, "申请表上就是这样", FieldKind.Check)
        {
            Hint = $"对照申请表核对过，不是录错的，勾上照收，收下之后请告知补正（《条例》第三十条）：{string.Join("；", lacks.Select(l => l.Message.TrimEnd('。')))}。",
        };
        FilingReceipt? receipt = null;
        if (await TryAsync(async () => receipt = await file.RunAsync(Actor, Read(files), cancellation)))
        {
            return LocalRedirect(Url.Content($"~/requests/{receipt!.Number}/receipt"));
        }

        return Page();
    }

    /// <summary>填过的。</summary>
    public string Typed(string name, string start = "") => HttpMethods.IsPost(Request.Method) && Request.HasFormContentType ? Request.Form[name].ToString() : start;

    private Filing Read(IFormFileCollection files)
    {
        var input = new ActInput(name => Typed(name));
        var filing = new Filing
        {
            Once = Once == Guid.Empty ? Guid.CreateVersion7() : Once,
            AgencyId = _agencies.Count == 1 ? _agencies[0].Key : int.TryParse(input.Text("Agency"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0,
            Channel = input.One<ReceiptChannel>("Channel", "怎样收到"),
            On = input.Day("On", "收到之日"),
            Matter = input.One<RequestMatter>("Matter", "事项"),
            Applicant = Applicant(input),
            Subject = input.Text("Subject"),
            Description = input.Text("Description"),
            Delivery = input.One<DeliveryForm>("Delivery", "获取方式"),
            AsWritten = input.Is(AsWrittenField),
            Files = [.. files.Select(f => new UploadedFile("identity", f.FileName, f.Length, f.OpenReadStream))],
        };
        BadInputException.ThrowIfAny(input.Problems.Count > 0 ? [.. input.Problems, .. FilingCheck.Problems(filing, law.Today)] : []);
        return filing.Channel == ReceiptChannel.Internet ? throw new BadInputException([new InputProblem("Channel", "请选择怎样收到；网上提交的由申请人自己交。")]) : filing;
    }

    private static ApplicantDetails Applicant(ActInput input) => new()
    {
        Name = input.Text("Name"),
        Kind = input.One<ApplicantKind>("Kind", "申请人类别"),
        IdKind = input.OneOf("IdKind", "证件", IdKinds),
        IdNumber = FilingCheck.Tidy(input.Text("IdNumber")),
        Telephone = input.Text("Telephone"),
        Email = input.Text("Email"),
        Address = input.Text("Address"),
        PostCode = input.Text("PostCode"),
        Representative = input.Text("Representative"),
        Agent = input.Text("Agent"),
        Assistance = input.Text("Assistance"),
    };

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var names = await list.NamesAsync(Actor, cancellation);
        _agencies = [.. names.Agencies.Where(a => Actor.Has(a.Key, StaffRole.Officer, StaffRole.DisclosureHead))];
        if (_agencies.Count == 0)
        {
            throw new NotAllowedException([StaffRole.Officer, StaffRole.DisclosureHead]);
        }
    }
}
