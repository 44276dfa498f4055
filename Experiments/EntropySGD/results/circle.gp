# Run inside this folder: gnuplot circle.gp
# Saddlery 0.1.0
# model: Gaussian fields on a circle; two wells; pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# F_γ(x) = log ∫ exp(-(f(x') + γ|x' - x|²/2)/T) dx'
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.245
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Local entropy has fewer minima, the wider its Gaussian' at graph 0.5, screen 0.965 center font ',13.0'
set label 'width of the Gaussian 1/√γ in correlation lengths' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'minima over those of f' font ',12.0'
set xrange [0.0:4.2]
set yrange [0.0:1.05]

set label 'Gaussian fields on a circle of 32 correlation lengths, covariance A² exp(-r²/2), temperature 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '400 samples; bars: standard errors; seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.12313, 0.10375 to screen 0.16647, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'A → 0, exact' at screen 0.17813, 0.10375 left font ',10.5'
set arrow from screen 0.31573, 0.10375 to screen 0.35907, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.3374, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'A = 0.03' at screen 0.37073, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.53, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'A = 1.0' at screen 0.56333, 0.10375 left font ',10.5'
set arrow from screen 0.70093, 0.10375 to screen 0.74427, 0.10375 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.7226, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'A = 3.0' at screen 0.75593, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'circle.svg'
plot \
  'circle.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'A → 0, exact', \
  'circle.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'A = 0.03', \
  'circle.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'A = 1.0', \
  'circle.csv' using 9:10:(0):11 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'A = 3.0'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'circle.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'circle.png'
replot
unset output
