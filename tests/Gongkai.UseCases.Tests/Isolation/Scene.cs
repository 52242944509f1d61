using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Archives;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.UseCases.Staff;

namespace Gongkai.UseCases.Tests.Isolation;

/// <summary>一件什么都有的申请：证件、要提供的文件、征求过意见、拟了答复、出过文书；另有一件已销毁的，与一个账号。</summary>
internal sealed class Scene
{
    public required Office Office { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string DestroyedNumber { get; init; }

    public required DraftReply Draft { get; init; }

    public required CaseView View { get; init; }

    public required Guid Account { get; init; }

    public required Guid Grant { get; init; }

    public required Actor Administrator { get; init; }

    /// <summary>现在是第几个事件之后。</summary>
    public int Version { get; set; }

    public Guid File => View.Files.First(f => f.Purpose == "identity").Id;

    public Guid Disclosed => View.Files.First(f => f.Purpose == AttachFiles.Disclosed).Id;

    public Guid Letter => View.Letters[0].Id;

    /// <summary>县政府：各机关的上级，第一个登记的。</summary>
    public int County { get; } = 1;

    public Actor Supervisor { get; } = Actor.Staff(Guid.NewGuid(), "县政府办小陈", [new Grant(1, StaffRole.Supervisor)]);

    public Actor Auditor => Actor.Staff(Guid.NewGuid(), "审计小郑", [new Grant(Office.Emergency, StaffRole.Auditor)]);

    public static UploadedFile Upload(string purpose)
    {
        var content = "%PDF-1.4 内容"u8.ToArray();
        return new UploadedFile(purpose, "文件.pdf", content.Length, () => new MemoryStream(content));
    }

    public static async Task<Scene> BuildAsync(Office office)
    {
        var destroyed = await DestroyedAsync(office);
        var receipt = await office.FileAsync(office.Filing(files: Upload("identity")));
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await office.DoAsync(office.Officer, receipt.Id, new SendConsultation(office.Today, "k1", ConsultedParty.ThirdParty, office.Today, new LetterWording { Recipient = "清溪县某物资公司", Items = ["是否同意公开"] }));
        await office.DoAsync(office.Officer, receipt.Id, new AnswerConsultation(office.Today, "k1", ConsultationPosition.Agrees));
        await office.AskAsync<AttachFiles, int>(async a =>
        {
            await a.RunAsync(office.Officer, receipt.Id, true, [Upload("")], Guid.Empty, CancellationToken.None);
            return 0;
        });
        var draft = new DraftReply(office.Today, new Decision(Outcome.Granted), new LetterWording { Disclosed = "合同", AccessRoute = "随信附上", Reasons = "可以公开" });
        await office.DoAsync(office.Officer, receipt.Id, draft);
        var administrator = Actor.Staff(Guid.NewGuid(), "系统管理员", [new Grant(null, StaffRole.Administrator)]);
        var made = await office.AskAsync<ManageAccounts, NewPassword>(m => m.CreateAsync(administrator, "li.si", "李四", new Grant(office.Emergency, StaffRole.Officer), CancellationToken.None));
        var account = await office.AskAsync<ManageAccounts, AccountView>(m => m.ViewAsync(administrator, made.AccountId, CancellationToken.None));
        return new Scene
        {
            Office = office,
            Id = receipt.Id,
            Number = receipt.Number,
            DestroyedNumber = destroyed.Number,
            Draft = draft,
            View = await office.SeeAsync(office.Officer, receipt.Number),
            Account = made.AccountId,
            Grant = Assert.Single(account.Grants).Id,
            Administrator = administrator,
            Version = await office.VersionAsync(receipt.Id),
        };
    }

    private static async Task<FilingReceipt> DestroyedAsync(Office office)
    {
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await office.AnswerAsync(receipt.Id);
        await office.DoAsync(office.Officer, receipt.Id, new ArchiveRequest(office.Today, "DA-1", 1));
        office.Store.Clock.Advance(TimeSpan.FromDays(370));
        await office.AskAsync<AppraiseArchives, int>(a => a.AppraiseAsync(office.Head, [receipt.Id], new AppraisalForm(AppraisalVerdict.Destroy, null, "无查考价值", true), CancellationToken.None));
        await office.AskAsync<AppraiseArchives, int>(a => a.DestroyAsync(office.Leader, [receipt.Id], CancellationToken.None));
        return receipt;
    }
}
