namespace Gongkai.Workbench.Tests.Requests;

/// <summary>办案的各人走得到的每一张表单。各有各的站点：交上去的东西会改动它。</summary>
public sealed class EveryFormTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Theory]
    [InlineData("officer", 30)]
    [InlineData("reviewer", 0)]
    [InlineData("leader", 0)]
    public async Task No_field_breaks_a_page_or_becomes_markup(string user, int least)
    {
        var fresh = await site.FileAsync(channel: Core.Requests.ReceiptChannel.OrdinaryPost);
        var registered = await site.RegisteredAsync("还没有拟的");
        var drafted = await site.RegisteredAsync("拟了答复的");
        await site.DoneAsync("officer", $"/requests/{drafted.Number}/draft?outcome=Granted", ("Disclosed", "采购合同"), ("AccessRoute", "随本答复书提供"), ("HandedOverOtherwise", "true"), ("Do", "save"));
        string[] from = user switch
        {
            "reviewer" => [$"/requests/{drafted.Number}/review"],
            "leader" => [$"/requests/{drafted.Number}/sign"],
            _ =>
            [
                $"/requests/{registered.Number}", $"/requests/{fresh.Number}", $"/requests/{drafted.Number}", "/", $"/requests/{registered.Number}/split", $"/requests/{registered.Number}/fee",
                $"/requests/{registered.Number}/draft?outcome=Granted", $"/requests/{registered.Number}/draft?outcome=PartlyGranted",
            ],
        };
        var forms = new HostileForms(await site.AsAsync(user));
        await forms.WalkAsync(from, follows: user == "officer");
        Assert.True(forms.Pages.Count > least, string.Join('\n', forms.Pages));
        await forms.AttackAsync();
        Assert.True(forms.Sent > least, $"{forms.Sent}");
    }
}
