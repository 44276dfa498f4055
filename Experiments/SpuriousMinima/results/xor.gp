# Run inside this folder: gnuplot xor.gp
# Saddlery 0.1.0
# model: XOR by a 2-h-1 rectifier network; rectifier students of an orthonormal rectifier teacher
# seed: 1
# convention: E: mean squared error, twice the loss; students: F = E(f - t)²/2
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

set label 'XOR by 2-h-1 rectifiers: descent ends in bad minima, of three levels' at graph 0.5, screen 0.965 center font ',13.0'
set label 'hidden units h' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'share of descents' font ',12.0'
set logscale x
set xrange [1.8:22.0]
set xtics 2.0
set yrange [-0.02:1.02]

set label '960 starts from standard normal weights for each h, shares with binomial errors; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'E mean squared error: 1/4, 1/6, 1/8 of a constant on 4, 3, 2 of the examples, proved minima' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.14933, 0.10375 to screen 0.19267, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.171, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'solved' at screen 0.20433, 0.10375 left font ',10.5'
set arrow from screen 0.29293, 0.10375 to screen 0.33627, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.3146, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'E = 1/4' at screen 0.34793, 0.10375 left font ',10.5'
set arrow from screen 0.43653, 0.10375 to screen 0.47987, 0.10375 nohead lw 1.2 lc rgb '#E69F00'
set label '' at screen 0.4582, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'E = 1/6' at screen 0.49153, 0.10375 left font ',10.5'
set arrow from screen 0.58013, 0.10375 to screen 0.62347, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.6018, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'E = 1/8' at screen 0.63513, 0.10375 left font ',10.5'
set arrow from screen 0.72373, 0.10375 to screen 0.76707, 0.10375 nohead lw 1.2 lc rgb '#7F7F7F'
set label '' at screen 0.7454, 0.10375 point pt 13 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'other' at screen 0.77873, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'xor.svg'
plot \
  'xor.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#000000' title 'solved', \
  'xor.csv' using 4:5 with lines dt (8,5) lw 2.2 lc rgb '#000000' notitle, \
  'xor.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'E = 1/4', \
  'xor.csv' using 9:10 with lines dt (8,5) lw 2.2 lc rgb '#D55E00' notitle, \
  'xor.csv' using 11:12:(0):13 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'E = 1/6', \
  'xor.csv' using 14:15 with lines dt (8,5) lw 2.2 lc rgb '#E69F00' notitle, \
  'xor.csv' using 16:17:(0):18 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'E = 1/8', \
  'xor.csv' using 19:20 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'xor.csv' using 21:22:(0):23 with xyerrorbars pt 13 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'other', \
  'xor.csv' using 24:25 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'xor.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'xor.png'
replot
unset output
