using Gongkai.Core.Requests;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>重复申请（条例第三十六条第（六）项）：说的那一件要真是同一申请人的、本机关的、已经答复了的。</summary>
public class RepeatedRequestTests
{
    [Theory]
    [EveryStore]
    public async Task Only_an_answered_request_of_the_same_applicant_to_the_same_agency_makes_a_repeat(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (answered, open, withdrawn, elsewhere) = (await office.FileAsync(), await office.FileAsync(), await office.FileAsync(), await office.FileAsync(office.Filing(office.Water)));
        var other = office.Filing();
        var stranger = await office.FileAsync(other with { Applicant = other.Applicant with { Name = "李小四", IdNumber = ResidentNumber.WithCheckDigit("11010519600101001") } });
        var again = await office.FileAsync();
        foreach (var receipt in new[] { answered, stranger, again })
        {
            await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        }

        await office.AnswerAsync(answered.Id);
        await office.AnswerAsync(stranger.Id);
        await office.DoAsync(office.Officer, withdrawn.Id, new WithdrawRequest(office.Today, ""));

        foreach (var (number, said) in new[]
        {
            (open.Number, "并案"), (withdrawn.Number, "没有作过答复"), (elsewhere.Number, "登记簿里没有"), (stranger.Number, "登记簿里没有"), (again.Number, "登记簿里没有"),
            ("本机关先前的答复", "登记簿里没有"), ("yjj-2026-99999", "登记簿里没有"), ("a\0b", "登记簿里没有"),
        })
        {
            var bad = await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Officer, again.Id, Repeat(office, number)));
            var problem = Assert.Single(bad.Problems);
            Assert.Equal("EarlierRequest", problem.Field);
            Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        }

        await office.DoAsync(office.Head, answered.Id, new OrderRedo(office.Today, RedoCause.Reconsideration, 20));
        var undone = await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Officer, again.Id, Repeat(office, answered.Number)));
        Assert.Contains("还没有重新答复", Assert.Single(undone.Problems).Message, StringComparison.Ordinal);
        await office.AnswerAsync(answered.Id);

        var similar = await office.AskAsync<SimilarRequests, Similar>(s => s.RunAsync(office.Officer, again.Id, CancellationToken.None));
        Assert.Equal([answered.Number], similar.SameApplicant.Where(s => s.IsAnswered).Select(s => s.Number));
        await Assert.ThrowsAsync<BadInputException>(() => office.AskAsync<PreviewAct, LetterTrial>(p => p.RunAsync(office.Officer, again.Id, Repeat(office, open.Number), CancellationToken.None)));
        await office.DoAsync(office.Officer, again.Id, Repeat(office, answered.Number));
        Assert.Equal(RequestStage.Drafted, (await office.FoldAsync(again.Id)).Request.Stage);
    }

    private static DraftReply Repeat(Office office, string earlier) =>
        new(office.Today, new Decision(Outcome.Repeated, earlierRequest: earlier), new LetterWording { EarlierReply = "清应急公开答〔2026〕1号", Reasons = "申请的信息相同" });
}
