using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>几种对方都征求过的：答复书的经过逐次写，不予公开的理由只用第三方的意见，沉默各有各的后果。</summary>
public class ConsultationLetterTests
{
    [Theory]
    [EveryStore]
    public async Task A_third_party_refusal_cites_the_third_party_and_tells_every_consultation(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var asked = office.Today;
        foreach (var (id, party) in new[] { ("k1", ConsultedParty.ThirdParty), ("k2", ConsultedParty.CoProducer), ("k3", ConsultedParty.OtherAgency) })
        {
            await office.DoAsync(office.Officer, receipt.Id, new SendConsultation(asked, id, party, asked, new LetterWording { Recipient = "清溪砂石有限公司", Items = ["合同的单价"] }));
        }

        await office.DoAsync(office.Officer, receipt.Id, new AnswerConsultation(asked, "k1", ConsultationPosition.ObjectsWithReason));
        office.Store.Clock.Advance(TimeSpan.FromDays(30));
        await office.DoAsync(office.Officer, receipt.Id, new AnswerConsultation(office.Today, "k2", ConsultationPosition.Silent));
        await office.DoAsync(office.Officer, receipt.Id, new AnswerConsultation(office.Today, "k3", ConsultationPosition.Informs));
        var refusal = new DraftReply(office.Today, new Decision(Outcome.ThirdPartyRights), new LetterWording { Reasons = "单价属于商业秘密" });
        var trial = await office.AskAsync<PreviewAct, LetterTrial>(p => p.RunAsync(office.Officer, receipt.Id, refusal, CancellationToken.None));
        Assert.Empty(trial.Problems);
        var page = trial.Page!;
        Assert.Contains("经书面征求意见，第三方不同意公开，理由成立。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("已回复", page, StringComparison.Ordinal);
        string[] told =
        [
            $"因所申请的信息涉及第三方，本机关于{Say.Of(asked)}书面征求意见。",
            $"因所申请的信息涉及共同制作机关，本机关于{Say.Of(asked)}书面征求意见，共同制作机关自收到征求意见书之日起15个工作日内未提出意见，依照《中华人民共和国政府信息公开条例》第三十四条的规定视为同意公开。",
            $"因所申请的信息涉及其他机关，本机关于{Say.Of(asked)}书面征求意见。征求意见所需时间不计入答复期限。",
        ];
        var places = told.Select(t => page.IndexOf(t, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain("砂石", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_is_said_by_who_kept_it()
    {
        Assert.Equal("到期没有答复，由本机关决定", Say.Of(ConsultationPosition.Silent, ConsultedParty.ThirdParty));
        Assert.Equal("到期没有答复，视为同意公开", Say.Of(ConsultationPosition.Silent, ConsultedParty.CoProducer));
        Assert.Equal("同意公开", Say.Of(ConsultationPosition.Agrees, ConsultedParty.CoProducer));
    }
}
