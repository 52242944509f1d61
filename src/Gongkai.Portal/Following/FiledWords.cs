using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;
using Gongkai.WebKit;

namespace Gongkai.Portal.Following;

/// <summary>怎样提交、哪一天到的。纸件是工作人员后来录入的，录入的时刻不是申请人提交的时刻，不写。</summary>
public static class FiledWords
{
    /// <summary>一件申请怎样提交的，写在编号旁边。</summary>
    /// <param name="view">这件申请。</param>
    public static string Of(TrackedRequest view)
    {
        var submission = view.Request.Submission;
        var day = ChinaTime.Say(submission.On);
        return submission.Channel switch
        {
            ReceiptChannel.Internet => $"{ChinaTime.Say(new DateTimeOffset(DateTime.SpecifyKind(view.SubmittedAt, DateTimeKind.Utc)))} 网上提交",
            ReceiptChannel.Counter => $"{day} 当面提交",
            ReceiptChannel.RegisteredPost => $"邮寄，{day}签收",
            ReceiptChannel.OrdinaryPost => $"邮寄（平信），{day}到达",
            ReceiptChannel.Fax => $"传真，{day}到达",
            ReceiptChannel.Email => $"电子邮件，{day}到达",
            _ => throw new ArgumentOutOfRangeException(nameof(view)),
        };
    }

    /// <summary>经过里的一句话。</summary>
    /// <param name="channel">渠道。</param>
    public static string Of(ReceiptChannel channel) => channel switch
    {
        ReceiptChannel.Internet => "您在网上提交了申请",
        ReceiptChannel.Counter => "您当面提交了申请",
        ReceiptChannel.RegisteredPost => "机关签收您邮寄的申请",
        ReceiptChannel.OrdinaryPost => "您寄的申请（平信）到达机关",
        ReceiptChannel.Fax => "您的传真到达机关",
        ReceiptChannel.Email => "您的电子邮件到达机关",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}
